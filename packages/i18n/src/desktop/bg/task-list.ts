import { translation } from '../../core.ts'
import type { taskList as source } from '../en/task-list.ts'

export const taskList = translation<typeof source>()({
  sortBy: 'Подреждане на задачите',
  filter: 'Филтър на задачите',
  unreadOnly: 'Непрочетени',
  vipOnly: 'VIP',
  stageNew: 'Нови',
  stageActive: 'Активни',
  stageWaiting: 'Изчакващи',
  lastMessage: 'Последно съобщение',
  today: 'Днес',
  week: 'Последните 7 дни',
  older: 'По-стари',
  medium: 'Канал',
  actions: 'Действия: {name}',
  assign: 'Възложи…',
  prioritySet: '{name}: приоритет „{priority}“',
  queueSet: '{name}: вече в опашка „{queue}“',
})
