import { translation } from '../../core.ts'
import type { findCustomer as en } from '../en/find-customer.ts'

export const findCustomer = translation<typeof en>()({
  find: 'Znajdź klienta',
  findHint: 'Nazwisko, e-mail, telefon lub firma',
  nobodyFound: 'Nikogo nie znaleziono',
  newCustomer: 'Nowy klient',
  chooseKnown: 'Wybierz znanego klienta',
  change: 'Wybierz innego klienta',
  needOne: 'Potrzebne jest imię, e-mail lub telefon',
})
