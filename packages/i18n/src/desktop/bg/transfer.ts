import { translation } from '../../core.ts'
import type { transfer as source } from '../en/transfer.ts'

export const transfer = translation<typeof source>()({
  title: 'Прехвърляне',
  search: 'Намерете оператор или опашка',
  to: 'На кого',
  operators: 'Оператори',
  queues: 'Опашки',
  waiting: { one: '{n} чака', other: '{n} чакат' },
  none: 'Никой не отговаря на търсенето',
  targetNeeded: 'Изберете оператор или опашка',
  reason: 'Причина',
  reasonNeeded: 'Посочете причина',
  reasonHint: 'Следващият ще прочете първо това',
  failed: 'Операторите и опашките не се заредиха',
  asked: 'Попитан: {name}. Дотогава задачата е при вас',
  moved: 'Прехвърлено в опашка {queue}',
  pending: 'Поискано е {name} да поеме това',
  pendingText: 'Дотогава остава при вас.',
  withdraw: 'Оттегли',
  declined: '{name} отказа; задачата е още ваша',
  missed: '{name} не отговори; задачата е още ваша',
})
