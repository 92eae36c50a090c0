import { translation } from '../../core.ts'
import type { requestDialogs as en } from '../en/request-dialogs.ts'

export const requestDialogs = translation<typeof en>()({
  move: 'Премести',
  add: 'Добави заявка',
  customer: 'Клиент',
  customerNeeded: 'Изберете клиент или създайте нов',
  defaultQueue: 'Няма, заявката е моя',
  added: 'REQ-{number} е добавена',
  outcomeNeeded: 'Изберете резултат',
  closeWithOutcome: 'Затвори с резултат',
  note: 'Бележка за отчета (по желание)',
  askForRating: 'Поискай оценка от клиента',
  reopensIfReply: 'Отваря се отново, ако {name} отговори',
  newIfReply: 'Отговор ({name}) започва нова заявка',
  closeRequest: 'Затвори',
  closeAndNext: 'Затвори и следваща',
  closedAs: 'Затворена: {outcome}',
})
