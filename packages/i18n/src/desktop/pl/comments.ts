import { translation } from '../../core.ts'
import type { comments as en } from '../en/comments.ts'

export const comments = translation<typeof en>()({
  region: 'Komentarze',
  add: 'Dodaj komentarz dla zespołu',
  send: 'Dodaj komentarz',
  count: {
    one: '{n} do tej aktywności',
    few: '{n} do tej aktywności',
    many: '{n} do tej aktywności',
    other: '{n} do tej aktywności',
  },
  earlier: {
    one: '{n} wcześniejszy',
    few: '{n} wcześniejsze',
    many: '{n} wcześniejszych',
    other: '{n} wcześniejszego',
  },
  showEarlier: 'Pokaż wcześniejsze',
  none: 'Brak komentarzy do tego czatu',
  noneHere: 'Brak komentarzy do tej aktywności',
  didNotLoad: 'Nie udało się wczytać komentarzy',
  sending: 'Wysyłanie',
  mentionRefused: '{name}: brak dostępu do zgłoszenia, nie można wspomnieć.',
  mentionGone: '{name} już tu nie pracuje.',
  sendWithout: 'Wyślij bez wzmianki',
  somebody: 'Ktoś',
})
