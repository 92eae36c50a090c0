import { translation } from '../../core.ts'
import type { requestDialogs as en } from '../en/request-dialogs.ts'

export const requestDialogs = translation<typeof en>()({
  move: 'Przenieś',
  add: 'Dodaj zgłoszenie',
  customer: 'Klient',
  customerNeeded: 'Wybierz klienta albo utwórz nowego',
  defaultQueue: 'Brak, zgłoszenie jest moje',
  added: 'Dodano REQ-{number}',
  outcomeNeeded: 'Wybierz wynik',
  closeWithOutcome: 'Zamknij z wynikiem',
  note: 'Notatka do raportu (opcjonalnie)',
  askForRating: 'Poproś klienta o ocenę',
  reopensIfReply: 'Otworzy się ponownie, jeśli {name} odpowie',
  newIfReply: 'Odpowiedź ({name}) rozpocznie nowe zgłoszenie',
  closeRequest: 'Zamknij',
  closeAndNext: 'Zamknij i następne',
  closedAs: 'Zamknięto: {outcome}',
})
