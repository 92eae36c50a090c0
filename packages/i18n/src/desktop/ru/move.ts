import { translation } from '../../core.ts'
import type { move as en } from '../en/move.ts'

export const move = translation<typeof en>()({
  moveTo: 'Переместить активность',
  newRequest: 'Новое обращение',
  noOtherRequest: 'Других открытых обращений нет',
  requestsDidNotLoad: 'Обращения не загрузились',
  movedTo: 'Перемещено в REQ-{number}',
  otherCustomer: 'Переместить к другому клиенту',
  otherAbout:
    'Беседа уходит от клиента {name} к тому, кого вы выберете. Посетитель по-прежнему видит только свои слова.',
  customer: 'Клиент',
  request: 'Обращение',
  move: 'Переместить',
  chooseCustomer: 'Выберите клиента',
  movedToCustomer: 'Перемещено: {name}, REQ-{number}',
  problems: {
    SAME_REQUEST: 'Активность уже в этом обращении.',
    SAME_CUSTOMER: 'Активность уже у этого клиента.',
    OTHER_CUSTOMER: 'То обращение другого клиента.',
    FROM_CLOSED: 'Её обращение тем временем закрыли: активности закрытого обращения остаются на месте.',
    TO_CLOSED: 'То обращение тем временем закрыли. Выберите другое или новое.',
  },
})
