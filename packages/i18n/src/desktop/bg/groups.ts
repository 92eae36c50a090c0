import { translation } from '../../core.ts'
import type { groups as source } from '../en/groups.ts'

export const groups = translation<typeof source>()({
  region: 'Групи',
  about: 'Оператори, които работят заедно. Задача може да се прехвърли на група: членовете ѝ се питат един след друг.',
  add: 'Добави група',
  none: 'Още няма групи',
  noneText: 'Без групи задачите се прехвърлят на оператор или опашка.',
  edit: 'Редактирай: {name}',
  name: 'Име',
  nameNeeded: 'Дайте име',
  wait: 'Секунди до цялата опашка',
  waitHint: 'Толкова време се питат само членовете на групата. После задачата е за цялата си опашка.',
})
