import { translation } from '../../core.ts'
import type { palette as source } from '../en/palette.ts'

export const palette = translation<typeof source>()({
  title: 'Szukaj i polecenia',
  placeholder: 'Działanie, ekran, osoba, numer zgłoszenia …',
  results: 'Znalezione',
  nothing: 'Nic się tak nie nazywa.',
  hint: 'Strzałki wybierają, Enter wykonuje, Esc zamyka.',
  offline: 'Brak połączenia: osób, zgłoszeń i szybkich odpowiedzi nie można teraz szukać.',
  failed: 'Wyszukiwanie nie odpowiedziało.',
  searching: 'Szukanie',
  found: {
    one: 'Znaleziono {n}',
    few: 'Znaleziono {n}',
    many: 'Znaleziono {n}',
    other: 'Znaleziono {n}',
  },
  actions: 'Działania',
  go: 'Przejdź do',
  recent: 'Ostatnio otwarte',
  customers: 'Klienci',
  requests: 'Zgłoszenia',
  operators: 'Operatorzy',
  replies: 'Szybkie odpowiedzi',
  openNumber: 'Otwórz REQ-{number}',
  transferTo: 'Przekaż: {name}',
  requestsOf: 'Zgłoszenia, które prowadzi {name}',
  request: 'REQ-{number} · {title}',
})
