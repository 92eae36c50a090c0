import { translation } from '../../core.ts'
import type { mail as source } from '../en/mail.ts'

export const mail = translation<typeof source>()({
  left: 'Клиент ушёл',
  leftText: 'Ответ можно отправить письмом, в том же обращении.',
  answer: 'Ответить письмом',
  to: 'Кому',
  subject: 'Тема',
  text: 'Письмо',
  send: 'Отправить письмом',
  toNeeded: 'Укажите один адрес, например elena@example.com.',
  subjectNeeded: 'Письму нужна тема.',
  textNeeded: 'Сначала напишите текст.',
  isBack: 'Клиент вернулся в чат. Ответьте там.',
  notSetUp: 'Почта ещё не настроена: письмо ждёт в исходящих и уйдёт, когда администратор её настроит.',
  queued: 'Письмо для {to} ждёт в исходящих',
  outbox: 'Исходящие',
  failed: 'Исходящие не загрузились',
  cancel: 'Отозвать',
  states: {
    waiting: 'Ждёт',
    sending: 'Отправляется',
    sent: 'Отправлено',
    failed: 'Не отправлено',
    cancelled: 'Отозвано',
  },
})
