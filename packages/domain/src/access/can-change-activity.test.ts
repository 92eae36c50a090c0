import { expect, test } from 'vitest'
import { canChangeActivity } from './can-change-activity.ts'
import { permissionsOf } from './permissions.ts'
import type { Role } from './permissions.ts'

test.each<[Role, string | null, boolean]>([
  ['operator', 'anna', true],
  ['operator', 'boris', false],
  ['operator', null, false],
  ['dispatcher', 'boris', true],
  ['supervisor', 'boris', true],
  ['supervisor', null, true],
])('%s Anna, in progress with %s: %s', (role, operatorId, expected) => {
  const viewer = { operatorId: 'anna', permissions: permissionsOf(role), queueIds: new Set(['support']) }
  expect(canChangeActivity(viewer, { operatorId })).toBe(expected)
})
