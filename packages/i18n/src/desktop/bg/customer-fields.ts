import { translation } from '../../core.ts'
import type { customerFields as en } from '../en/customer-fields.ts'

export const customerFields = translation<typeof en>()({
  region: 'Полета на клиента',
  about: 'Собствените ви полета на клиента, в реда, в който се показват.',
  add: 'Добави поле',
  none: 'Още няма собствени полета',
  removed: 'Премахнати, стойностите се пазят',
  kind: 'Вид',
  options: 'Възможности',
  onePerLine: 'По една на ред',
  optionNeeded: 'Нужни са възможности, по една на ред',
  addOption: 'Добави възможност',
  up: '{name}: нагоре',
  down: '{name}: надолу',
  remove: 'Премахни {name}',
  restore: 'Върни {name}',
})
