import { translation } from '../../core.ts'
import type { ownFields as en } from '../en/own-fields.ts'

export const ownFields = translation<typeof en>()({
  yes: 'Да',
  no: 'Не',
  notNumber: 'Това не е число',
  notDate: 'Това не е дата',
  required: 'Трябва да се попълни',
  kinds: {
    text: 'Текст',
    longText: 'Дълъг текст',
    number: 'Число',
    date: 'Дата',
    choice: 'Избор',
    choices: 'Няколко възможности',
    yesNo: 'Да или не',
    person: 'Човек',
  },
})
