import { translation } from '../../core.ts'
import type { snooze as source } from '../en/snooze.ts'

export const snooze = translation<typeof source>()({
  snooze: 'Отложить',
  snoozed: 'Отложенные',
  nothing: 'Отложенного нет',
  pick: 'Дата и время…',
  done: 'Отложено до {time}',
  sleeps: 'Отложено до {time}',
  wakesText: 'Ответ клиента вернёт обращение раньше.',
  keepsText: 'Ответ клиента не вернёт обращение.',
  wake: 'Вернуть сейчас',
  over: 'Снова в работе: {title}',
  answered: 'Клиент ответил: {title}',
  presets: {
    hour: 'На час',
    evening: 'До вечера',
    tomorrow: 'До завтрашнего утра',
    monday: 'До понедельника',
    week: 'На неделю',
  },
})
