import { expect, test } from 'vitest'
import { canSeeRequest } from './can-see-request.ts'
import { permissionsOf } from './permissions.ts'
import type { RequestAccess } from './can-see-request.ts'
import type { Permission, Role } from './permissions.ts'

const foreign: RequestAccess = { assigneeId: 'boris', queueId: 'sales', taskOperatorIds: ['boris'] }

test.each<[string, Role, RequestAccess, boolean]>([
  ["another's in another queue", 'operator', foreign, false],
  ['assigned to him', 'operator', { ...foreign, assigneeId: 'anna' }, true],
  ['in his queue, though assigned to another', 'operator', { ...foreign, queueId: 'support' }, true],
  ['he has or is offered a task of it', 'operator', { ...foreign, taskOperatorIds: ['boris', 'anna'] }, true],
  ['in no queue', 'operator', { assigneeId: 'boris', queueId: null, taskOperatorIds: [] }, false],
  ['a dispatcher sees all', 'dispatcher', foreign, true],
  ['a supervisor sees all', 'supervisor', foreign, true],
])('%s', (_name, role, request, expected) => {
  const viewer = { operatorId: 'anna', permissions: permissionsOf(role), queueIds: new Set(['support']) }
  expect(canSeeRequest(viewer, request)).toBe(expected)
})

test('without the permission nothing is seen, not even what is assigned', () => {
  const viewer = {
    operatorId: 'anna',
    permissions: new Set<Permission>(['tasks.handle']),
    queueIds: new Set(['sales']),
  }
  expect(canSeeRequest(viewer, { ...foreign, assigneeId: 'anna' })).toBe(false)
})
