import { translation } from '../../core.ts'
import type { common as source } from '../en/common.ts'

export const common = translation<typeof source>()({
  save: 'Zapisz',
  cancel: 'Anuluj',
  close: 'Zamknij',
  tryAgain: 'Spróbuj ponownie',
  undo: 'Cofnij',
  loading: 'Wczytywanie',
  empty: 'Nie podano',
  notSaved: 'Nie zapisano',
  somebody: 'Ktoś',
  unknownCustomer: 'Nieznany klient',
  you: 'Ty',
  removeTag: 'Usuń tag {tag}',
  conflictTitle: '{name}: pole „{field}” ma teraz wartość „{value}”',
  conflictMine: 'Twoja wartość: {value}, nie zapisano',
  conflictLoad: 'Wczytaj',
  conflictKeep: 'Zostaw moje',
})
