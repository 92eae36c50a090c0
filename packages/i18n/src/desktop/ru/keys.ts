import { translation } from '../../core.ts'
import type { keys as source } from '../en/keys.ts'

export const keys = translation<typeof source>()({
  find: 'Найти сочетание',
  print: 'Печать',
  none: 'Такого сочетания нет.',
  off: 'выключено',
  found: {
    one: '{n} сочетание',
    few: '{n} сочетания',
    many: '{n} сочетаний',
    other: '{n} сочетания',
  },
  single: 'Действия по одной клавише',
  singleOn: 'Включены',
  singleAlt: 'С Alt',
  singleOff: 'Выключены',
  groups: {
    desk: 'Везде',
    tasks: 'Задачи в работе',
    offer: 'Предложенная задача',
    call: 'Звонок',
    talk: 'Открытая задача',
    activity: 'Активность',
    table: 'Таблицы и списки',
    go: 'Перейти',
    layer: 'Перемещение',
  },
  desk: {
    palette: 'Поиск и команды',
    addRequest: 'Добавить обращение',
    details: 'Показать или скрыть сведения',
  },
  tasks: {
    next: 'Следующая задача',
    previous: 'Предыдущая задача',
    open: 'Открыть задачу',
    assign: 'Назначить, на вкладке «Очередь»',
    openNext: 'Открыть следующую задачу, в том числе во время набора',
    openPrevious: 'Открыть предыдущую задачу, в том числе во время набора',
  },
  talk: {
    quickReplies: 'Ответить быстрым ответом',
    priority: 'Изменить приоритет',
    latest: 'К последнему сообщению',
  },
  table: {
    next: 'Следующая строка',
    previous: 'Предыдущая строка',
    open: 'Открыть строку',
    choose: 'Выбрать строку',
    chooseRange: 'Выбрать все от последней',
    search: 'Поиск',
    leave: 'Закрыть открытое, снять выбор',
  },
  layer: {
    nextRegion: 'Следующая область',
    previousRegion: 'Предыдущая область',
    leave: 'Закрыть верхний слой, выйти из поля ответа',
  },
})
