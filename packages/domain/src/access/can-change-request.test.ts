import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canChangeRequest } from './can-change-request.ts'
import { canSeeRequest } from './can-see-request.ts'
import { permissionsOf, roles } from './permissions.ts'
import type { RequestAccess } from './can-see-request.ts'
import type { Permission, Role } from './permissions.ts'

const viewerWith = (permissions: ReadonlySet<Permission>) => ({
  operatorId: 'anna',
  permissions,
  queueIds: new Set(['support']),
})

test.each<[string, Role, RequestAccess, boolean]>([
  ['the assignee', 'operator', { assigneeId: 'anna', queueId: 'sales', taskOperatorIds: [] }, true],
  ['who has a task of it', 'operator', { assigneeId: 'boris', queueId: 'sales', taskOperatorIds: ['anna'] }, true],
  ['unassigned in his queue', 'operator', { assigneeId: null, queueId: 'support', taskOperatorIds: [] }, true],
  ["a colleague's in his queue", 'operator', { assigneeId: 'boris', queueId: 'support', taskOperatorIds: [] }, false],
  ['unassigned in another queue', 'operator', { assigneeId: null, queueId: 'sales', taskOperatorIds: [] }, false],
  ['any, for a dispatcher', 'dispatcher', { assigneeId: 'boris', queueId: 'sales', taskOperatorIds: [] }, true],
])('%s', (_name, role, request, expected) => {
  expect(canChangeRequest(viewerWith(permissionsOf(role)), request)).toBe(expected)
})

test('without requests.edit not even the assignee', () => {
  const viewer = viewerWith(new Set<Permission>(['requests.view']))
  expect(canChangeRequest(viewer, { assigneeId: 'anna', queueId: null, taskOperatorIds: [] })).toBe(false)
})

test('nobody of a built-in role changes what he cannot see', () => {
  const id = fc.constantFrom('anna', 'boris')
  const queue = fc.option(fc.constantFrom('support', 'sales'))
  const access = fc.record({ assigneeId: fc.option(id), queueId: queue, taskOperatorIds: fc.array(id) })
  fc.assert(
    fc.property(fc.constantFrom(...roles), access, (role, request) => {
      const viewer = viewerWith(permissionsOf(role))
      expect(canChangeRequest(viewer, request) && !canSeeRequest(viewer, request)).toBe(false)
    }),
  )
})
