import { translation } from '../../core.ts'
import type { snooze as source } from '../en/snooze.ts'

export const snooze = translation<typeof source>()({
  snooze: 'Odłóż',
  snoozed: 'Odłożone',
  nothing: 'Nic nie jest odłożone',
  pick: 'Data i godzina…',
  done: 'Odłożono do {time}',
  sleeps: 'Odłożone do {time}',
  wakesText: 'Odpowiedź klienta przywróci zgłoszenie wcześniej.',
  keepsText: 'Odpowiedź klienta go nie przywróci.',
  wake: 'Przywróć teraz',
  over: 'Wróciło: {title}',
  answered: 'Klient odpowiedział: {title}',
  presets: {
    hour: 'O godzinę',
    evening: 'Do wieczora',
    tomorrow: 'Do jutra rana',
    monday: 'Do poniedziałku',
    week: 'O tydzień',
  },
})
