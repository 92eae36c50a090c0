import { translation } from '../../core.ts'
import type { customer as en } from '../en/customer.ts'

export const customer = translation<typeof en>()({
  region: 'Dane klienta',
  name: 'Imię i nazwisko',
  email: 'E-mail',
  phone: 'Telefon',
  company: 'Firma',
  language: 'Język',
  timeZone: 'Strefa czasowa',
  markVip: 'Oznacz jako VIP',
  removeVip: 'Usuń oznaczenie VIP',
  localTime: '{city}, czas lokalny {time}',
  otherRequests: {
    one: '{n} inne zgłoszenie',
    few: '{n} inne zgłoszenia',
    many: '{n} innych zgłoszeń',
    other: '{n} innego zgłoszenia',
  },
  nobody: 'Otwórz zadanie, aby zobaczyć jego klienta.',
  didNotLoad: 'Nie udało się wczytać danych klienta',
  notEmail: 'To nie jest adres e-mail w postaci name@example.com',
  notPhone: 'Numer telefonu ma od 3 do 15 cyfr',
  noLanguage: 'Nieznany',
  noTimeZone: 'Nieznana',
  vip: 'VIP',
  isVip: 'VIP',
  isNotVip: 'bez VIP',
  notTimeZone: 'Wybierz strefę czasową z listy, na przykład Europe/Warsaw',
  setTimeZone: 'Ustaw strefę czasową',
})
