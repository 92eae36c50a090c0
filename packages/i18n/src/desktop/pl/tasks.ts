import { translation } from '../../core.ts'
import type { tasks as source } from '../en/tasks.ts'

export const tasks = translation<typeof source>()({
  region: 'Zadania w toku',
  myRequests: 'Moje zgłoszenia',
  queue: 'Kolejka',
  offeredTask: 'Proponowane zadanie',
  accept: 'Przyjmij',
  decline: 'Odrzuć',
})
