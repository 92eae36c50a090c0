import { translation } from '../../core.ts'
import type { common as source } from '../en/common.ts'

export const common = translation<typeof source>()({
  save: 'Сохранить',
  cancel: 'Отмена',
  close: 'Закрыть',
  tryAgain: 'Повторить',
  undo: 'Отменить',
  undoTooLate: 'С тех пор всё изменилось, отменять уже нечего',
  loading: 'Загрузка',
  empty: 'Не указано',
  somebody: 'Кто-то',
  unknownCustomer: 'Неизвестный клиент',
  you: 'Вы',
  removeTag: 'Убрать тег {tag}',
  conflictTitle: '{name}: поле «{field}» теперь «{value}»',
  conflictMine: 'Ваше значение: {value}, не сохранено',
  conflictLoad: 'Загрузить значение: {name}',
  conflictLoadNow: 'Загрузить',
  notSentYet: 'Ещё не отправлено',
  tooLong: 'Не больше {n} знаков',
  charactersLeft: {
    one: 'Остался {n} знак',
    few: 'Осталось {n} знака',
    many: 'Осталось {n} знаков',
    other: 'Осталось {n} знака',
  },
  charactersOver: {
    one: 'Лишний {n} знак',
    few: 'Лишние {n} знака',
    many: 'Лишних {n} знаков',
    other: 'Лишние {n} знака',
  },
  conflictKeep: 'Оставить моё',
  notLoaded: 'Это не загрузилось. Обновите страницу: набранное сохранится.',
  endedBy: 'Уже завершено: {name}',
  closedBy: 'Уже закрыто: {name}',
})
