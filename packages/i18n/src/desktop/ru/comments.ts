import { translation } from '../../core.ts'
import type { comments as en } from '../en/comments.ts'

export const comments = translation<typeof en>()({
  region: 'Комментарии',
  add: 'Комментарий для коллег',
  send: 'Добавить комментарий',
  count: {
    one: '{n} к этой активности',
    few: '{n} к этой активности',
    many: '{n} к этой активности',
    other: '{n} к этой активности',
  },
  earlier: { one: 'Ещё {n}', few: 'Ещё {n}', many: 'Ещё {n}', other: 'Ещё {n}' },
  showEarlier: 'Показать более ранние',
  none: 'К этому чату нет комментариев',
  noneHere: 'К этой активности нет комментариев',
  didNotLoad: 'Комментарии не загрузились',
  sending: 'Отправляется',
  mentionRefused: '{name}: это обращение не видно, упомянуть нельзя.',
  mentionGone: '{name} здесь больше не работает.',
  sendWithout: 'Отправить без упоминания',
  somebody: 'Кто-то',
})
