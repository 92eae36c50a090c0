import { translation } from '../../core.ts'
import type { mail as source } from '../en/mail.ts'

export const mail = translation<typeof source>()({
  left: 'Klient wyszedł',
  leftText: 'Odpowiedź może pójść mailem, w tym samym zgłoszeniu.',
  answer: 'Odpowiedz mailem',
  to: 'Do',
  subject: 'Temat',
  text: 'Wiadomość',
  send: 'Wyślij mailem',
  toNeeded: 'Wpisz jeden adres, na przykład elena@example.com.',
  subjectNeeded: 'Mail potrzebuje tematu.',
  textNeeded: 'Najpierw coś napisz.',
  isBack: 'Klient wrócił na czat. Odpowiedz tam.',
  notSetUp:
    'Poczta nie jest jeszcze skonfigurowana: mail czeka w skrzynce nadawczej i zostanie wysłany, gdy administrator ją skonfiguruje.',
  queued: 'Mail do {to} czeka w skrzynce nadawczej',
  outbox: 'Skrzynka nadawcza',
  failed: 'Skrzynka nadawcza nie została wczytana',
  cancel: 'Cofnij',
  states: {
    waiting: 'Czeka',
    sending: 'Wysyłanie',
    sent: 'Wysłano',
    failed: 'Nie wysłano',
    cancelled: 'Cofnięto',
  },
})
