import { translation } from '../../core.ts'
import type { transfer as source } from '../en/transfer.ts'

export const transfer = translation<typeof source>()({
  title: 'Передать',
  search: 'Найти оператора или очередь',
  to: 'Кому передать',
  operators: 'Операторы',
  queues: 'Очереди',
  waiting: { one: '{n} ждёт', few: '{n} ждут', many: '{n} ждут', other: '{n} ждут' },
  none: 'Никто не подходит',
  targetNeeded: 'Выберите оператора или очередь',
  reason: 'Причина',
  reasonNeeded: 'Укажите причину',
  reasonHint: 'Это первым прочтёт следующий оператор',
  failed: 'Операторы и очереди не загрузились',
  asked: 'Предложено: {name}. До ответа задача у вас',
  moved: 'Передано в очередь {queue}',
  pending: 'Передача предложена: {name}',
  pendingText: 'До ответа задача остаётся у вас.',
  withdraw: 'Отозвать',
  declined: '{name}: отказ, задача осталась у вас',
  missed: '{name} не отвечает, задача осталась у вас',
})
