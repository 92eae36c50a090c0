import { translation } from '../../core.ts'
import type { common as source } from '../en/common.ts'

export const common = translation<typeof source>()({
  save: 'Сохранить',
  cancel: 'Отмена',
  close: 'Закрыть',
  tryAgain: 'Повторить',
  undo: 'Отменить',
  loading: 'Загрузка',
  empty: 'Не указано',
  notSaved: 'Не сохранено',
  somebody: 'Кто-то',
  unknownCustomer: 'Неизвестный клиент',
  you: 'Вы',
  removeTag: 'Убрать тег {tag}',
  conflictTitle: '{name}: поле «{field}» теперь «{value}»',
  conflictMine: 'Ваше значение: {value}, не сохранено',
  conflictLoad: 'Загрузить',
  conflictKeep: 'Оставить моё',
})
