import { translation } from '../../core.ts'
import type { audit as en } from '../en/audit.ts'

export const audit = translation<typeof en>()({
  region: 'Журнал доступа',
  about: 'Кто какую запись слушал. Строки нельзя изменить или удалить.',
  none: 'Пока никто ничего не слушал',
  more: 'Показать ещё',
  kinds: {
    listened: '{name}: прослушана запись',
  },
})
