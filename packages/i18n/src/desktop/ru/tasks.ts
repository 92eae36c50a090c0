import { translation } from '../../core.ts'
import type { tasks as source } from '../en/tasks.ts'

export const tasks = translation<typeof source>()({
  region: 'Задачи в работе',
  myRequests: 'Мои обращения',
  queue: 'Очередь',
  offeredTask: 'Предложенная задача',
  accept: 'Принять',
  decline: 'Отклонить',
})
