import { translation } from '../../core.ts'
import type { transfer as source } from '../en/transfer.ts'

export const transfer = translation<typeof source>()({
  title: 'Przekaż',
  search: 'Znajdź operatora lub kolejkę',
  to: 'Komu przekazać',
  operators: 'Operatorzy',
  queues: 'Kolejki',
  waiting: { one: '{n} czeka', few: '{n} czekają', many: '{n} czeka', other: '{n} czeka' },
  none: 'Nikt nie pasuje',
  targetNeeded: 'Wybierz operatora lub kolejkę',
  reason: 'Powód',
  reasonNeeded: 'Podaj powód',
  reasonHint: 'Następna osoba przeczyta to jako pierwsze',
  failed: 'Nie udało się wczytać operatorów i kolejek',
  asked: 'Zapytano: {name}. Do odpowiedzi zadanie jest u Ciebie',
  moved: 'Przekazano do kolejki {queue}',
  pending: 'Prośba o przejęcie: {name}',
  pendingText: 'Do odpowiedzi zadanie zostaje u Ciebie.',
  withdraw: 'Wycofaj',
  declined: '{name}: odmowa, zadanie nadal jest Twoje',
  missed: '{name} nie odpowiada, zadanie nadal jest Twoje',
})
