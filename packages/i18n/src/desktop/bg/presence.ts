import { translation } from '../../core.ts'
import type { presence as source } from '../en/presence.ts'

export const presence = translation<typeof source>()({
  menu: 'Присъствие',
  available: 'На линия',
  busy: 'Зает',
  busyLong: 'Зает, без нови предложения',
  doNotDisturb: 'Не ме безпокойте',
  away: 'Отсъства',
  offline: 'Извън линия',
  lunch: 'Обяд',
  break: 'Почивка',
  training: 'Обучение',
  meeting: 'Среща',
  other: 'Отсъства по друга причина',
  missedOffers: 'Пропуснати предложения',
  missedTitle: 'Отбелязан сте като отсъстващ: пропуснати предложения',
  missedText: 'Новите задачи отиват при други.',
  becomeAvailable: 'Върни се на линия',
  setByOther: '{name}: присъствието ви вече е „{state}“',
  load: '{medium}: {taken} от {places}',
})
