import { translation } from '../../core.ts'
import type { notifications as source } from '../en/notifications.ts'

export const notifications = translation<typeof source>()({
  readAll: 'Отбележи всички като прочетени',
  settings: 'Настройки на известията',
  which: 'Кои известия',
  open: 'Отворени',
  all: 'Всички',
  offline: 'Няма връзка. Показано е каквото е било преди.',
  didNotLoad: 'Известията не се заредиха',
  none: 'Нищо ново',
  noneAtAll: 'Още няма известия',
  noneText: 'Тук ще видите споменавания, предадени ви задачи и напомняния.',
  today: 'Днес',
  yesterday: 'Вчера',
  unread: 'Непрочетено',
  done: 'Готово',
  someone: 'Някой',
  notVisible: 'Вече не виждате тази заявка.',
  says: {
    mention: '{name} ви споменава',
    transfer: '{name} иска да ви предаде задача',
    assigned: '{name} ви възлага заявка',
    todoDue: 'Време е: {title}',
    alert: 'Опашка има нужда от помощ',
    queueLate: '{queue}: някой чака над границата',
  },
})
