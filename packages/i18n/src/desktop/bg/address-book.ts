import { translation } from '../../core.ts'
import type { addressBook as en } from '../en/address-book.ts'

export const addressBook = translation<typeof en>()({
  region: 'Клиенти',
  panel: 'Клиент',
  onlyVip: 'Само VIP',
  openRequests: 'Заявки',
  lastContact: 'Последен контакт',
  never: 'Не е имало',
  didNotLoad: 'Клиентите не се заредиха',
  moreDidNotLoad: 'Останалите клиенти не се заредиха.',
  nobody: 'Още няма клиенти',
  nobodyText: 'Всеки, който ви пише, се появява тук сам. Можете и да добавите някого.',
  nobodyFoundText: 'Търси се по началото на думите: име, имейл, телефон и фирма.',
  showAll: 'Покажи всички',
  add: 'Добави клиент',
  added: 'Клиентът е добавен',
  openKnown: 'Отвори клиента с този имейл',
  back: 'Назад към клиентите',
  open: { one: '{n} отворена', other: '{n} отворени' },
})
