import { translation } from '../../core.ts'
import type { settings as en } from '../en/settings.ts'

export const settings = translation<typeof en>()({
  didNotLoad: 'Не се зареди',
  noRight: 'Нямате право да променяте това. Обърнете се към администратора.',
  archived: 'В архива',
  archive: 'В архива: {name}',
  bringBack: 'Върни от архива: {name}',
  members: { one: '{n} член', other: '{n} членове' },
  findMember: 'Намерете оператор',
  nobodyFits: 'Никой не отговаря на търсенето',
  moreMembers: { one: 'Още {n}: започнете да пишете', other: 'Още {n}: започнете да пишете' },
  between: 'Цяло число от {min} до {max}',
  skillsWrong: { one: 'Най-много {n} умение, до 50 знака', other: 'Най-много {n} умения, всяко до 50 знака' },
  overtaken: 'Междувременно го записа друг: {name}',
  loadTheirs: 'Зареди тези',
})
