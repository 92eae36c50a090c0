import { translation } from '../../core.ts'
import type { operators as source } from '../en/operators.ts'

export const operators = translation<typeof source>()({
  region: 'Операторы',
  about: 'Сколько задач каждый берёт сразу и что умеет. Ожидающее предлагается по этому сразу же.',
  edit: 'Изменить: {name}',
  name: 'Имя',
  nameNeeded: 'Укажите имя',
  places: 'Одновременно',
  usual: 'Пусто: {n}, как обычно',
  skills: 'Навыки',
  skillsHint: 'Через запятую. Задачи, которым нужен навык, сначала предлагают тем, у кого он есть.',
  nothing: 'Нет ни очередей, ни навыков',
})
