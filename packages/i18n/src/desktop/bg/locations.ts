import { translation } from '../../core.ts'
import type { locations as en } from '../en/locations.ts'

export const locations = translation<typeof en>()({
  region: 'Обекти',
  about: 'Обекти, магазини и складове, към които са заявките.',
  add: 'Добави обект',
  name: 'Име',
  off: 'изключен',
  turnOff: 'Изключи {name}',
  turnOn: 'Включи {name}',
  none: 'Още няма обекти',
  noneText: 'Добавете обект и заявките ще могат да са към него.',
  nameNeeded: 'Нужно е име',
})
