import { translation } from '../../core.ts'
import type { ownFields as en } from '../en/own-fields.ts'

export const ownFields = translation<typeof en>()({
  yes: 'Tak',
  no: 'Nie',
  notNumber: 'To nie jest liczba',
  notDate: 'To nie jest data',
  required: 'Trzeba wypełnić',
  kinds: {
    text: 'Tekst',
    longText: 'Długi tekst',
    number: 'Liczba',
    date: 'Data',
    choice: 'Wybór',
    choices: 'Kilka opcji',
    yesNo: 'Tak lub nie',
    person: 'Osoba',
  },
})
