import { translation } from '../../core.ts'
import type { transferTo as source } from '../en/transfer-to.ts'

export const transferTo = translation<typeof source>()({
  title: 'Прехвърляне',
  search: 'Намерете оператор, група или опашка',
  to: 'На кого',
  operators: 'Оператори',
  groups: 'Групи',
  queues: 'Опашки',
  waiting: { one: '{n} чака', other: '{n} чакат' },
  there: { one: '{n} е на място', other: '{n} са на място' },
  noneThere: 'никой не е на място',
  none: 'Никой не отговаря на търсенето',
  targetNeeded: 'Изберете оператор, група или опашка',
  reason: 'Причина',
  reasonNeeded: 'Посочете причина',
  reasonHint: 'Следващият ще прочете първо това',
  failed: 'Операторите, групите и опашките не се заредиха',
  asked: 'Попитан: {name}. Дотогава задачата е при вас',
  askedGroup: 'Попитана е групата {name}: задачата е на първия, който приеме',
  moved: 'Прехвърлено в опашка {queue}',
  declined: '{name} отказа; задачата е още ваша',
  missed: '{name} не отговори; задачата е още ваша',
})
