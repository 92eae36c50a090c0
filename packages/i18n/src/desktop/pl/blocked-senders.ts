import { translation } from '../../core.ts'
import type { blockedSenders as en } from '../en/blocked-senders.ts'

export const blockedSenders = translation<typeof en>()({
  region: 'Zablokowani nadawcy',
  about: 'Kto został zamknięty jako spam, nie może pisać, dopóki ktoś nie zdejmie blokady.',
  which: 'Którzy nadawcy',
  now: 'Zablokowani teraz',
  before: 'Odblokowani',
  block: 'Zablokuj nadawcę',
  what: 'Co',
  address: 'Adres',
  emailHint: 'Adres e-mail, np. name@example.com.',
  networkHint: 'Adres IP lub zakres, np. 203.0.113.0/24; nie szerszy niż /8, IPv6 /32.',
  none: 'Nikt nie jest zablokowany',
  noneBefore: 'Nie zdjęto jeszcze żadnej blokady',
  more: 'Pokaż więcej',
  by: 'Blokada: {name}, {time}',
  forRequest: 'zgłoszenie {number}',
  liftedBy: 'Zdjęcie blokady: {name}, {time}',
  lift: 'Zdejmij',
  blockAgain: 'Zablokuj ponownie',
  lifted: '{who} może znów pisać',
  blockedAgain: '{who}: blokada przywrócona',
  kinds: {
    visitor: 'Gość czatu',
    email: 'Adres e-mail',
    network: 'Adres IP lub zakres',
  },
})
