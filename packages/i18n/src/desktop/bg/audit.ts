import { translation } from '../../core.ts'
import type { audit as en } from '../en/audit.ts'

export const audit = translation<typeof en>()({
  region: 'Дневник на достъпа',
  about: 'Кой кой запис е слушал. Редовете не могат да се променят или изтриват.',
  none: 'Още никой нищо не е слушал',
  more: 'Покажи още',
  kinds: {
    listened: '{name}: прослушан запис',
  },
})
