import { translation } from '../../core.ts'
import type { move as en } from '../en/move.ts'

export const move = translation<typeof en>()({
  moveTo: 'Премести активността в',
  newRequest: 'Нова заявка',
  noOtherRequest: 'Няма друга отворена заявка',
  requestsDidNotLoad: 'Заявките не се заредиха',
  movedTo: 'Преместена в REQ-{number}',
  otherCustomer: 'Премести при друг клиент',
  otherAbout:
    'Разговорът напуска клиента {name} и отива при избрания от вас. Посетителят продължава да вижда само собствените си думи.',
  customer: 'Клиент',
  request: 'Заявка',
  move: 'Премести',
  chooseCustomer: 'Изберете клиент',
  movedToCustomer: 'Преместена: {name}, REQ-{number}',
  problems: {
    SAME_REQUEST: 'Активността вече е в тази заявка.',
    SAME_CUSTOMER: 'Активността вече е на този клиент.',
    OTHER_CUSTOMER: 'Онази заявка е на друг клиент.',
    FROM_CLOSED: 'Заявката ѝ междувременно е затворена: активностите на затворена заявка остават на място.',
    TO_CLOSED: 'Онази заявка междувременно е затворена. Изберете друга или нова.',
  },
})
