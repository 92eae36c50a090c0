import { translation } from '../../core.ts'
import type { notifications as source } from '../en/notifications.ts'

export const notifications = translation<typeof source>()({
  readAll: 'Oznacz wszystkie jako przeczytane',
  settings: 'Ustawienia powiadomień',
  which: 'Które powiadomienia',
  open: 'Otwarte',
  all: 'Wszystkie',
  offline: 'Brak połączenia. Widać to, co było wcześniej.',
  didNotLoad: 'Nie wczytano powiadomień',
  none: 'Nic nowego',
  noneAtAll: 'Nie ma jeszcze powiadomień',
  noneText: 'Tu pojawią się wzmianki, przekazane zadania i przypomnienia.',
  today: 'Dzisiaj',
  yesterday: 'Wczoraj',
  unread: 'Nieprzeczytane',
  done: 'Gotowe',
  someone: 'Ktoś',
  notVisible: 'Nie widzisz już tego zgłoszenia.',
  says: {
    mention: '{name} wspomina o Tobie',
    transfer: '{name} chce przekazać Ci zadanie',
    assigned: '{name} przydziela Ci zgłoszenie',
    todoDue: 'Nadszedł termin: {title}',
    alert: 'Kolejka potrzebuje pomocy',
    queueLate: '{queue}: ktoś czeka ponad limit',
  },
})
