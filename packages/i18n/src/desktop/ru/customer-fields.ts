import { translation } from '../../core.ts'
import type { customerFields as en } from '../en/customer-fields.ts'

export const customerFields = translation<typeof en>()({
  region: 'Поля клиента',
  about: 'Ваши собственные поля клиента, в порядке показа.',
  add: 'Добавить поле',
  none: 'Своих полей пока нет',
  removed: 'Убраны, значения хранятся',
  kind: 'Вид',
  options: 'Варианты',
  onePerLine: 'По одному в строке',
  optionNeeded: 'Нужны варианты, по одному в строке',
  addOption: 'Добавить вариант',
  up: '{name}: выше',
  down: '{name}: ниже',
  remove: 'Убрать {name}',
  restore: 'Вернуть {name}',
})
