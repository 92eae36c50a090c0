import { translation } from '../../core.ts'
import type { mentions as source } from '../en/mentions.ts'

export const mentions = translation<typeof source>()({
  told: 'Ще получат известие',
  cannotSee: 'не вижда това',
  remove: 'Не споменавай: {name}',
  list: 'Колеги за споменаване',
  none: 'Никой, който вижда това, няма такова име.',
  didNotLoad: 'Колегите не се заредиха',
})
