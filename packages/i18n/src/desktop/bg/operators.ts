import { translation } from '../../core.ts'
import type { operators as source } from '../en/operators.ts'

export const operators = translation<typeof source>()({
  region: 'Оператори',
  about: 'Колко задачи взема всеки наведнъж и какво умее. Чакащото се предлага по това веднага.',
  edit: 'Редактирай: {name}',
  name: 'Име',
  nameNeeded: 'Дайте име',
  places: 'Наведнъж',
  usual: 'Празно: {n}, обичайното',
  skills: 'Умения',
  skillsHint: 'Разделени със запетаи. Работа, която ги изисква, звъни първо при тези, които ги имат.',
  nothing: 'Без опашка и умения',
})
