import { translation } from '../../core.ts'
import type { blockedSenders as en } from '../en/blocked-senders.ts'

export const blockedSenders = translation<typeof en>()({
  region: 'Заблокированные отправители',
  about: 'Кого закрыли как спам, тот не может писать, пока блокировку не снимут.',
  which: 'Какие отправители',
  now: 'Заблокированы сейчас',
  before: 'Разблокированы',
  block: 'Заблокировать отправителя',
  what: 'Что',
  address: 'Адрес',
  emailHint: 'Адрес почты, например name@example.com.',
  networkHint: 'IP-адрес или диапазон, например 203.0.113.0/24; не шире /8, для IPv6 /32.',
  none: 'Никто не заблокирован',
  noneBefore: 'Блокировки ещё не снимали',
  more: 'Показать ещё',
  by: 'Кто заблокировал: {name}, {time}',
  forRequest: 'обращение {number}',
  liftedBy: 'Кто снял: {name}, {time}',
  lift: 'Снять',
  blockAgain: 'Заблокировать снова',
  lifted: '{who} снова может писать',
  blockedAgain: '{who} снова под блокировкой',
  kinds: {
    visitor: 'Посетитель чата',
    email: 'Адрес почты',
    network: 'IP-адрес или диапазон',
  },
})
