import { translation } from '../../core.ts'
import type { mail as source } from '../en/mail.ts'

export const mail = translation<typeof source>()({
  left: 'Клиентът си тръгна',
  leftText: 'Отговорът може да отиде по имейл, в същата заявка.',
  answer: 'Отговори по имейл',
  to: 'До',
  subject: 'Тема',
  text: 'Имейл',
  send: 'Изпрати по имейл',
  toNeeded: 'Напишете един адрес, например elena@example.com.',
  subjectNeeded: 'Имейлът има нужда от тема.',
  textNeeded: 'Първо напишете нещо.',
  isBack: 'Клиентът се върна в чата. Отговорете там.',
  notSetUp: 'Пощата още не е настроена: имейлът чака в изходящите и ще тръгне, когато администратор я настрои.',
  queued: 'Имейлът до {to} чака в изходящите',
  outbox: 'Изходящи',
  failed: 'Изходящите не се заредиха',
  cancel: 'Върни',
  states: {
    waiting: 'Чака',
    sending: 'Изпраща се',
    sent: 'Изпратен',
    failed: 'Неизпратен',
    cancelled: 'Върнат',
  },
})
