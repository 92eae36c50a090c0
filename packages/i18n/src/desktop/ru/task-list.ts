import { translation } from '../../core.ts'
import type { taskList as source } from '../en/task-list.ts'

export const taskList = translation<typeof source>()({
  sortBy: 'Сортировка задач',
  filter: 'Фильтр задач',
  unreadOnly: 'Непрочитанные',
  vipOnly: 'VIP',
  stageNew: 'Новые',
  stageActive: 'В работе',
  stageWaiting: 'Ожидание',
  lastMessage: 'Последнее сообщение',
  today: 'Сегодня',
  week: 'За 7 дней',
  older: 'Раньше',
  medium: 'Канал',
  actions: 'Действия: {name}',
  assign: 'Назначить…',
  prioritySet: '{name}: приоритет «{priority}»',
  queueSet: '{name}: теперь в очереди «{queue}»',
})
