import { translation } from '../../core.ts'
import type { move as en } from '../en/move.ts'

export const move = translation<typeof en>()({
  moveTo: 'Przenieś aktywność do',
  newRequest: 'Nowe zgłoszenie',
  noOtherRequest: 'Brak innych otwartych zgłoszeń',
  requestsDidNotLoad: 'Zgłoszenia nie wczytały się',
  movedTo: 'Przeniesiono do REQ-{number}',
  otherCustomer: 'Przenieś do innego klienta',
  otherAbout:
    'Rozmowa odchodzi od klienta {name} do tego, którego wybierzesz. Odwiedzający nadal widzi tylko własne słowa.',
  customer: 'Klient',
  request: 'Zgłoszenie',
  move: 'Przenieś',
  chooseCustomer: 'Wybierz klienta',
  movedToCustomer: 'Przeniesiono: {name}, REQ-{number}',
  problems: {
    SAME_REQUEST: 'Aktywność jest już w tym zgłoszeniu.',
    SAME_CUSTOMER: 'Aktywność należy już do tego klienta.',
    OTHER_CUSTOMER: 'Tamto zgłoszenie należy do innego klienta.',
    FROM_CLOSED: 'Jej zgłoszenie w międzyczasie zamknięto: aktywności zamkniętego zgłoszenia zostają na miejscu.',
    TO_CLOSED: 'Tamto zgłoszenie w międzyczasie zamknięto. Wybierz inne albo nowe.',
  },
})
