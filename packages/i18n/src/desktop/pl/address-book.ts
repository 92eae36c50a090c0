import { translation } from '../../core.ts'
import type { addressBook as en } from '../en/address-book.ts'

export const addressBook = translation<typeof en>()({
  region: 'Klienci',
  panel: 'Klient',
  onlyVip: 'Tylko VIP',
  openRequests: 'Zgłoszenia',
  lastContact: 'Ostatni kontakt',
  never: 'Nie było',
  didNotLoad: 'Klienci się nie wczytali',
  moreDidNotLoad: 'Kolejni klienci się nie wczytali.',
  nobody: 'Nie ma jeszcze klientów',
  nobodyText: 'Każdy, kto do was napisze, pojawi się tu sam. Można też kogoś dodać.',
  nobodyFoundText: 'Szukamy po początkach słów: imię i nazwisko, e-mail, telefon i firma.',
  showAll: 'Pokaż wszystkich',
  add: 'Dodaj klienta',
  added: 'Dodano klienta',
  openKnown: 'Otwórz klienta z tym adresem',
  back: 'Wróć do klientów',
  open: { one: '{n} otwarte', few: '{n} otwarte', many: '{n} otwartych', other: '{n} otwartego' },
})
