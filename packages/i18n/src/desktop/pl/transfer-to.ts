import { translation } from '../../core.ts'
import type { transferTo as source } from '../en/transfer-to.ts'

export const transferTo = translation<typeof source>()({
  title: 'Przekaż',
  search: 'Znajdź operatora, grupę lub kolejkę',
  to: 'Komu przekazać',
  operators: 'Operatorzy',
  groups: 'Grupy',
  queues: 'Kolejki',
  waiting: { one: '{n} czeka', few: '{n} czekają', many: '{n} czeka', other: '{n} czeka' },
  there: { one: 'na miejscu: {n}', few: 'na miejscu: {n}', many: 'na miejscu: {n}', other: 'na miejscu: {n}' },
  noneThere: 'nikogo nie ma',
  none: 'Nikt nie pasuje',
  targetNeeded: 'Wybierz operatora, grupę lub kolejkę',
  reason: 'Powód',
  reasonNeeded: 'Podaj powód',
  reasonHint: 'Następna osoba przeczyta to jako pierwsze',
  failed: 'Nie udało się wczytać operatorów, grup i kolejek',
  asked: 'Zapytano: {name}. Do odpowiedzi zadanie jest u Ciebie',
  askedGroup: 'Zapytano grupę {name}: zadanie ma ten, kto pierwszy przyjmie',
  moved: 'Przekazano do kolejki {queue}',
  declined: '{name}: odmowa, zadanie nadal jest Twoje',
  missed: '{name} nie odpowiada, zadanie nadal jest Twoje',
})
