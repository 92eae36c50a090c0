import { translation } from '../../core.ts'
import type { palette as source } from '../en/palette.ts'

export const palette = translation<typeof source>()({
  title: 'Поиск и команды',
  placeholder: 'Действие, экран, человек, номер обращения …',
  results: 'Найдено',
  nothing: 'Ничего с таким названием нет.',
  hint: 'Стрелки выбирают, Enter выполняет, Esc закрывает.',
  offline: 'Нет связи: людей, обращения и быстрые ответы сейчас не найти.',
  failed: 'Поиск не ответил.',
  searching: 'Поиск',
  found: {
    one: 'Найден {n} вариант',
    few: 'Найдено {n} варианта',
    many: 'Найдено {n} вариантов',
    other: 'Найдено {n} варианта',
  },
  actions: 'Действия',
  go: 'Перейти',
  recent: 'Открытое недавно',
  customers: 'Клиенты',
  requests: 'Обращения',
  operators: 'Операторы',
  replies: 'Быстрые ответы',
  openNumber: 'Открыть REQ-{number}',
  transferTo: 'Передать: {name}',
  requestsOf: 'Обращения, которые ведёт {name}',
  request: 'REQ-{number} · {title}',
})
