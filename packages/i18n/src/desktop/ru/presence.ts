import { translation } from '../../core.ts'
import type { presence as source } from '../en/presence.ts'

export const presence = translation<typeof source>()({
  menu: 'Присутствие',
  available: 'На связи',
  busy: 'Занят',
  busyLong: 'Занят, без новых предложений',
  doNotDisturb: 'Не беспокоить',
  away: 'Нет на месте',
  offline: 'Не в сети',
  lunch: 'Обед',
  break: 'Перерыв',
  training: 'Обучение',
  meeting: 'Встреча',
  other: 'Отошёл по другой причине',
  missedOffers: 'Пропущены предложения',
  missedTitle: 'Вы отмечены отошедшим: предложения пропущены',
  missedText: 'Новые задачи идут другим.',
  becomeAvailable: 'Вернуться на связь',
  setByOther: '{name}: ваше присутствие теперь «{state}»',
  load: '{medium}: {taken} из {places}',
})
