import { translation } from '../../core.ts'
import type { presence as source } from '../en/presence.ts'

export const presence = translation<typeof source>()({
  menu: 'Dostępność',
  available: 'Dostępny',
  busy: 'Zajęty',
  busyLong: 'Zajęty, bez nowych propozycji',
  doNotDisturb: 'Nie przeszkadzać',
  away: 'Nieobecny',
  offline: 'Offline',
  lunch: 'Obiad',
  break: 'Przerwa',
  training: 'Szkolenie',
  meeting: 'Spotkanie',
  other: 'Nieobecny z innego powodu',
  missedOffers: 'Pominięte propozycje',
  missedTitle: 'Masz status nieobecności: pominięto propozycje',
  missedText: 'Nowe zadania trafiają do innych.',
  becomeAvailable: 'Wróć do pracy',
  setByOther: '{name}: twoja obecność to teraz „{state}”',
  load: '{medium}: {taken} z {places}',
})
