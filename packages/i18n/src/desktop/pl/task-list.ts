import { translation } from '../../core.ts'
import type { taskList as source } from '../en/task-list.ts'

export const taskList = translation<typeof source>()({
  sortBy: 'Sortowanie zadań',
  filter: 'Filtr zadań',
  unreadOnly: 'Nieprzeczytane',
  vipOnly: 'VIP',
  stageNew: 'Nowe',
  stageActive: 'Aktywne',
  stageWaiting: 'Oczekujące',
  lastMessage: 'Ostatnia wiadomość',
  today: 'Dzisiaj',
  week: 'Ostatnie 7 dni',
  older: 'Starsze',
  medium: 'Kanał',
  actions: 'Działania: {name}',
  assign: 'Przydziel…',
  prioritySet: '{name}: priorytet „{priority}”',
  queueSet: '{name}: teraz w kolejce „{queue}”',
})
