import { translation } from '../../core.ts'
import type { audit as en } from '../en/audit.ts'

export const audit = translation<typeof en>()({
  region: 'Дневник на достъпа',
  about: 'Кой кой запис е слушал и кой чий профил е променил. Редовете не могат да се променят или изтриват.',
  none: 'Още никой нищо не е слушал и не е променял профил',
  more: 'Покажи още',
  kinds: {
    listened: '{name}: прослушан запис',
    added: '{name}: добавен профил, {account}',
    edited: '{name}: променен профил, {account}',
    roleChanged: '{name}: сменена роля, {account}',
    passwordSet: '{name}: зададена нова парола, {account}',
    closed: '{name}: затворен профил, {account}',
    reopened: '{name}: отново отворен профил, {account}',
  },
})
