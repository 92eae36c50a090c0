import { translation } from '../../core.ts'
import type { common as source } from '../en/common.ts'

export const common = translation<typeof source>()({
  save: 'Zapisz',
  cancel: 'Anuluj',
  close: 'Zamknij',
  tryAgain: 'Spróbuj ponownie',
  undo: 'Cofnij',
  undoTooLate: 'Od tego czasu coś się zmieniło, niczego nie cofnięto',
  loading: 'Wczytywanie',
  empty: 'Nie podano',
  somebody: 'Ktoś',
  unknownCustomer: 'Nieznany klient',
  you: 'Ty',
  removeTag: 'Usuń tag {tag}',
  conflictTitle: '{name}: pole „{field}” ma teraz wartość „{value}”',
  conflictMine: 'Twoja wartość: {value}, nie zapisano',
  conflictLoad: 'Wczytaj wartość: {name}',
  conflictLoadNow: 'Wczytaj',
  notSentYet: 'Jeszcze nie wysłano',
  tooLong: 'Najwyżej {n} znaków',
  charactersLeft: {
    one: 'Pozostał {n} znak',
    few: 'Pozostały {n} znaki',
    many: 'Pozostało {n} znaków',
    other: 'Pozostało {n} znaku',
  },
  charactersOver: {
    one: 'O {n} znak za dużo',
    few: 'O {n} znaki za dużo',
    many: 'O {n} znaków za dużo',
    other: 'O {n} znaku za dużo',
  },
  conflictKeep: 'Zostaw moje',
  notLoaded: 'To się nie wczytało. Odśwież stronę; wpisany tekst zostanie zachowany.',
  endedBy: 'Już zakończone: {name}',
  closedBy: 'Już zamknięte: {name}',
})
