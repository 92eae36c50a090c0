import { translation } from '../../core.ts'
import type { transferTo as source } from '../en/transfer-to.ts'

export const transferTo = translation<typeof source>()({
  title: 'Передать',
  search: 'Найти оператора, группу или очередь',
  to: 'Кому передать',
  operators: 'Операторы',
  groups: 'Группы',
  queues: 'Очереди',
  waiting: { one: '{n} ждёт', few: '{n} ждут', many: '{n} ждут', other: '{n} ждут' },
  there: { one: 'на месте {n}', few: 'на месте {n}', many: 'на месте {n}', other: 'на месте {n}' },
  noneThere: 'никого нет на месте',
  none: 'Никто не подходит',
  targetNeeded: 'Выберите оператора, группу или очередь',
  reason: 'Причина',
  reasonNeeded: 'Укажите причину',
  reasonHint: 'Это первым прочтёт следующий оператор',
  failed: 'Операторы, группы и очереди не загрузились',
  asked: 'Предложено: {name}. До ответа задача у вас',
  askedGroup: 'Предложено группе {name}: задача у того, кто примет первым',
  moved: 'Передано в очередь {queue}',
  declined: '{name}: отказ, задача осталась у вас',
  missed: '{name} не отвечает, задача осталась у вас',
})
