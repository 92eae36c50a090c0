import { translation } from '../../core.ts'
import type { customerFields as en } from '../en/customer-fields.ts'

export const customerFields = translation<typeof en>()({
  region: 'Pola klienta',
  about: 'Własne pola klienta, w kolejności, w jakiej są pokazywane.',
  add: 'Dodaj pole',
  none: 'Nie ma jeszcze własnych pól',
  removed: 'Usunięte, wartości są zachowane',
  kind: 'Rodzaj',
  options: 'Opcje',
  onePerLine: 'Po jednej w wierszu',
  optionNeeded: 'Potrzebne są opcje, po jednej w wierszu',
  addOption: 'Dodaj opcję',
  up: '{name}: wyżej',
  down: '{name}: niżej',
  remove: 'Usuń {name}',
  restore: 'Przywróć {name}',
})
