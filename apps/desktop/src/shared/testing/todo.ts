import type { Todo } from '@care/contract'
import { noon } from '@care/testkit'

const anna = { id: 'op-anna', name: 'Anna' }

/** Of Anna for herself: open, without a date. */
export const aTodo = (part: Partial<Todo> = {}): Todo => ({
  id: 't1',
  customer: { id: 'c1', name: 'Jonas', isVip: false },
  request: null,
  title: 'Call',
  note: '',
  owner: anna,
  createdBy: anna,
  createdAt: noon,
  updatedAt: noon,
  version: 1,
  abilities: { edit: true },
  due: null,
  dueAt: null,
  reminder: null,
  remindAt: null,
  ringsSince: null,
  doneAt: null,
  doneBy: null,
  ...part,
})
