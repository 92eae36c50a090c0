import { translation } from '../../core.ts'
import type { requestDialogs as en } from '../en/request-dialogs.ts'

export const requestDialogs = translation<typeof en>()({
  move: 'Перевести',
  add: 'Добавить обращение',
  customer: 'Клиент',
  customerNeeded: 'Выберите клиента или создайте нового',
  defaultQueue: 'Нет, обращение моё',
  added: 'REQ-{number} добавлено',
  outcomeNeeded: 'Выберите результат',
  closeWithOutcome: 'Закрыть с результатом',
  note: 'Примечание для отчёта (необязательно)',
  askForRating: 'Попросить клиента об оценке',
  reopensIfReply: 'Откроется снова, если {name} ответит',
  newIfReply: 'Ответ ({name}) начнёт новое обращение',
  closeRequest: 'Закрыть',
  closeAndNext: 'Закрыть и к следующей',
  closedAs: 'Закрыто: {outcome}',
})
