import { translation } from '../../core.ts'
import type { mentions as source } from '../en/mentions.ts'

export const mentions = translation<typeof source>()({
  told: 'Получат уведомление',
  cannotSee: 'это не видит',
  remove: 'Не упоминать: {name}',
  list: 'Коллеги, которых можно упомянуть',
  none: 'Среди тех, кто это видит, такого имени нет.',
  didNotLoad: 'Коллеги не загрузились',
})
