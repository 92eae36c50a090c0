import { translation } from '../../core.ts'
import type { ownFields as en } from '../en/own-fields.ts'

export const ownFields = translation<typeof en>()({
  yes: 'Да',
  no: 'Нет',
  notNumber: 'Это не число',
  notDate: 'Это не дата',
  required: 'Нужно заполнить',
  kinds: {
    text: 'Текст',
    longText: 'Длинный текст',
    number: 'Число',
    date: 'Дата',
    choice: 'Выбор',
    choices: 'Несколько вариантов',
    yesNo: 'Да или нет',
    person: 'Человек',
  },
})
