import { translation } from '../../core.ts'
import type { comments as en } from '../en/comments.ts'

export const comments = translation<typeof en>()({
  region: 'Коментари',
  add: 'Добавете коментар за екипа',
  send: 'Добави коментар',
  count: { one: '{n} към тази активност', other: '{n} към тази активност' },
  earlier: { one: 'Още {n}', other: 'Още {n}' },
  showEarlier: 'Покажи по-ранните',
  none: 'Няма коментари към този чат',
  noneHere: 'Няма коментари към тази активност',
  didNotLoad: 'Коментарите не се заредиха',
  sending: 'Изпраща се',
  mentionRefused: '{name} не вижда тази заявка и не може да бъде споменат.',
  mentionGone: '{name} вече не работи тук.',
  sendWithout: 'Изпрати без споменаване',
  somebody: 'Някой',
})
