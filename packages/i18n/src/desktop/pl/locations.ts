import { translation } from '../../core.ts'
import type { locations as en } from '../en/locations.ts'

export const locations = translation<typeof en>()({
  region: 'Punkty',
  about: 'Punkty, sklepy i magazyny, do których należą zgłoszenia.',
  add: 'Dodaj punkt',
  name: 'Nazwa',
  off: 'wyłączony',
  turnOff: 'Wyłącz {name}',
  turnOn: 'Włącz {name}',
  none: 'Nie ma jeszcze punktów',
  noneText: 'Dodaj punkt, a zgłoszenia będą mogły do niego należeć.',
  nameNeeded: 'Potrzebna jest nazwa',
})
