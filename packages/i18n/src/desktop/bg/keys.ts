import { translation } from '../../core.ts'
import type { keys as source } from '../en/keys.ts'

export const keys = translation<typeof source>()({
  find: 'Намери клавиш',
  print: 'Печат',
  none: 'Няма такъв клавиш.',
  off: 'изключен',
  found: {
    one: '{n} клавиш',
    other: '{n} клавиша',
  },
  single: 'Действия с един клавиш',
  singleOn: 'Включени',
  singleAlt: 'С Alt',
  singleOff: 'Изключени',
  groups: {
    desk: 'Навсякъде',
    tasks: 'Задачи в процес',
    offer: 'Предложена задача',
    call: 'Разговор',
    talk: 'Отворена задача',
    activity: 'Активност',
    table: 'Таблици и списъци',
    go: 'Отиди на',
    layer: 'Придвижване',
  },
  desk: {
    palette: 'Търсене и команди',
    addRequest: 'Добави заявка',
    details: 'Покажи или скрий данните',
  },
  tasks: {
    next: 'Следваща задача',
    previous: 'Предишна задача',
    open: 'Отвори задачата',
    assign: 'Възложи, в раздела „Опашка“',
    openNext: 'Отвори следващата задача, също докато пишеш',
    openPrevious: 'Отвори предишната задача, също докато пишеш',
  },
  talk: {
    quickReplies: 'Отговори с бърз отговор',
    priority: 'Промени приоритета',
    latest: 'Към последното съобщение',
  },
  table: {
    next: 'Следващ ред',
    previous: 'Предишен ред',
    open: 'Отвори реда',
    choose: 'Избери реда',
    chooseRange: 'Избери всички от последния',
    search: 'Търсене',
    leave: 'Затвори отвореното, махни избора',
  },
  layer: {
    nextRegion: 'Следваща област',
    previousRegion: 'Предишна област',
    leave: 'Затвори горния слой, излез от полето за отговор',
  },
})
