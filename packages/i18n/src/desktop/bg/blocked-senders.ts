import { translation } from '../../core.ts'
import type { blockedSenders as en } from '../en/blocked-senders.ts'

export const blockedSenders = translation<typeof en>()({
  region: 'Блокирани податели',
  about: 'Който е затворен като спам, не може да пише, докато някой не свали блокировката.',
  which: 'Кои податели',
  now: 'Блокирани сега',
  before: 'Отблокирани',
  block: 'Блокиране на подател',
  what: 'Какво',
  address: 'Адрес',
  emailHint: 'Имейл адрес, например name@example.com.',
  networkHint: 'IP адрес или обхват, например 203.0.113.0/24; не по-широк от /8, за IPv6 /32.',
  none: 'Никой не е блокиран',
  noneBefore: 'Още не е сваляна блокировка',
  more: 'Покажи още',
  by: 'Блокирал: {name}, {time}',
  forRequest: 'заявка {number}',
  liftedBy: 'Свалил: {name}, {time}',
  lift: 'Свали',
  blockAgain: 'Блокирай отново',
  lifted: '{who} може отново да пише',
  blockedAgain: '{who} е отново с блокировка',
  kinds: {
    visitor: 'Посетител на чата',
    email: 'Имейл адрес',
    network: 'IP адрес или обхват',
  },
})
