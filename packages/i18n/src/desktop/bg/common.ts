import { translation } from '../../core.ts'
import type { common as source } from '../en/common.ts'

export const common = translation<typeof source>()({
  save: 'Запази',
  cancel: 'Отказ',
  close: 'Затвори',
  tryAgain: 'Опитай отново',
  undo: 'Отмени',
  undoTooLate: 'Междувременно има промяна, нищо не е отменено',
  loading: 'Зареждане',
  empty: 'Не е посочено',
  somebody: 'Някой',
  unknownCustomer: 'Неизвестен клиент',
  you: 'Вие',
  removeTag: 'Премахни етикета {tag}',
  conflictTitle: '{name} промени „{field}“ на „{value}“',
  conflictMine: 'Вашата стойност: {value}, не е запазена',
  conflictLoad: 'Зареди стойността: {name}',
  conflictLoadNow: 'Зареди',
  notSentYet: 'Още не е изпратено',
  tooLong: 'Най-много {n} знака',
  charactersLeft: { one: 'Остава {n} знак', other: 'Остават {n} знака' },
  charactersOver: { one: '{n} знак в повече', other: '{n} знака в повече' },
  conflictKeep: 'Запази моето',
  notLoaded: 'Това не се зареди. Презаредете страницата; написаното се пази.',
  endedBy: 'Вече е приключено: {name}',
  closedBy: 'Вече е затворено: {name}',
})
