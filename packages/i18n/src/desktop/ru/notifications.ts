import { translation } from '../../core.ts'
import type { notifications as source } from '../en/notifications.ts'

export const notifications = translation<typeof source>()({
  readAll: 'Отметить все прочитанными',
  settings: 'Настройки уведомлений',
  which: 'Какие уведомления',
  open: 'Открытые',
  all: 'Все',
  offline: 'Нет связи. Показано то, что было раньше.',
  didNotLoad: 'Уведомления не загрузились',
  none: 'Ничего нового',
  noneAtAll: 'Уведомлений пока нет',
  noneText: 'Здесь появятся упоминания, переданные вам задачи и напоминания.',
  today: 'Сегодня',
  yesterday: 'Вчера',
  unread: 'Не прочитано',
  done: 'Готово',
  someone: 'Кто-то',
  notVisible: 'Это обращение вам больше не видно.',
  says: {
    mention: '{name} упоминает вас',
    transfer: '{name} хочет передать вам задачу',
    assigned: '{name} передаёт вам обращение',
    todoDue: 'Пора: {title}',
    alert: 'Очереди нужна помощь',
    queueLate: '{queue}: ожидание дольше предела',
  },
})
