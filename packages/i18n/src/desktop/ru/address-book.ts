import { translation } from '../../core.ts'
import type { addressBook as en } from '../en/address-book.ts'

export const addressBook = translation<typeof en>()({
  region: 'Клиенты',
  panel: 'Клиент',
  onlyVip: 'Только VIP',
  openRequests: 'Обращения',
  lastContact: 'Последний контакт',
  never: 'Не было',
  didNotLoad: 'Клиенты не загрузились',
  moreDidNotLoad: 'Остальные клиенты не загрузились.',
  nobody: 'Клиентов пока нет',
  nobodyText: 'Все, кто вам пишет, появятся здесь сами. Можно и добавить человека.',
  nobodyFoundText: 'Поиск идёт по началу слов: имя, почта, телефон и компания.',
  showAll: 'Показать всех',
  add: 'Добавить клиента',
  added: 'Клиент добавлен',
  openKnown: 'Открыть клиента с этой почтой',
  back: 'Назад к клиентам',
  open: { one: '{n} открытое', few: '{n} открытых', many: '{n} открытых', other: '{n} открытых' },
})
