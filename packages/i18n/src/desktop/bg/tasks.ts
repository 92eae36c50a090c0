import { translation } from '../../core.ts'
import type { tasks as source } from '../en/tasks.ts'

export const tasks = translation<typeof source>()({
  region: 'Задачи в процес',
  myRequests: 'Моите заявки',
  queue: 'Опашка',
  offeredTask: 'Предложена задача',
  accept: 'Приеми',
  decline: 'Откажи',
})
