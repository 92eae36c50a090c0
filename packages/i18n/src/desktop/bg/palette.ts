import { translation } from '../../core.ts'
import type { palette as source } from '../en/palette.ts'

export const palette = translation<typeof source>()({
  title: 'Търсене и команди',
  placeholder: 'Действие, екран, човек, номер на заявка …',
  results: 'Намерено',
  nothing: 'Няма нищо с такова име.',
  hint: 'Стрелките избират, Enter изпълнява, Esc затваря.',
  offline: 'Няма връзка: хора, заявки и бързи отговори не могат да се търсят сега.',
  failed: 'Търсенето не отговори.',
  searching: 'Търсене',
  found: {
    one: 'Намерен е {n}',
    other: 'Намерени са {n}',
  },
  actions: 'Действия',
  go: 'Отиди на',
  recent: 'Отваряно наскоро',
  customers: 'Клиенти',
  requests: 'Заявки',
  operators: 'Оператори',
  replies: 'Бързи отговори',
  openNumber: 'Отвори REQ-{number}',
  transferTo: 'Прехвърли: {name}',
  requestsOf: 'Заявки, които води {name}',
  request: 'REQ-{number} · {title}',
})
