import { translation } from '../../core.ts'
import type { mentions as source } from '../en/mentions.ts'

export const mentions = translation<typeof source>()({
  told: 'Dostaną powiadomienie',
  cannotSee: 'nie może tego zobaczyć',
  remove: 'Nie wspominaj: {name}',
  list: 'Osoby do wspomnienia',
  none: 'Nikt, kto to widzi, nie ma takiego imienia.',
  didNotLoad: 'Nie wczytano osób',
})
