import { translation } from '../../core.ts'
import type { locations as en } from '../en/locations.ts'

export const locations = translation<typeof en>()({
  region: 'Точки',
  about: 'Точки, магазины и склады, к которым относятся обращения.',
  add: 'Добавить точку',
  name: 'Название',
  off: 'выключена',
  turnOff: 'Выключить {name}',
  turnOn: 'Включить {name}',
  none: 'Точек пока нет',
  noneText: 'Добавьте точку, и обращения смогут к ней относиться.',
  nameNeeded: 'Нужно название',
})
