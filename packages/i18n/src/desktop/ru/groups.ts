import { translation } from '../../core.ts'
import type { groups as source } from '../en/groups.ts'

export const groups = translation<typeof source>()({
  region: 'Группы',
  about: 'Операторы, которые работают вместе. Задачу можно передать группе: её участникам предлагают по очереди.',
  add: 'Добавить группу',
  none: 'Групп пока нет',
  noneText: 'Без групп задачи передают оператору или в очередь.',
  edit: 'Изменить: {name}',
  name: 'Название',
  nameNeeded: 'Укажите название',
  wait: 'Секунд до всей очереди',
  waitHint: 'Столько времени предлагают только участникам группы. Потом задача становится доступна всей её очереди.',
})
