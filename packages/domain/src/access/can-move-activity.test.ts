import { expect, test } from 'vitest'
import { canMoveActivity } from './can-move-activity.ts'
import { permissionsOf, type Role } from './permissions.ts'

const viewer = (role: Role) => ({ operatorId: 'me', permissions: permissionsOf(role), queueIds: new Set(['q']) })
const mine = { assigneeId: 'me', queueId: null, taskOperatorIds: [] }
const others = { assigneeId: 'other', queueId: 'q', taskOperatorIds: ['other'] }

test.each([
  ['my task', 'operator', { operatorId: 'me', state: 'active' }, others, true],
  ['a colleague’s task of my request', 'operator', { operatorId: 'other', state: 'active' }, mine, false],
  ['what waits in my request', 'operator', { operatorId: null, state: 'waiting' }, mine, false],
  ['what has ended in my request', 'operator', { operatorId: 'other', state: 'ended' }, mine, true],
  ['what has ended in another’s request', 'operator', { operatorId: 'other', state: 'ended' }, others, false],
  ['anything', 'supervisor', { operatorId: 'other', state: 'active' }, others, true],
] as const)('%s by %s', (_name, role, activity, request, may) => {
  expect(canMoveActivity(viewer(role), activity, request)).toBe(may)
})
