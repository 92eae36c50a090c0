import { describe, expect, test } from 'vitest'
import { permissions, permissionsOf, rolePermissions, roles } from './permissions.ts'
import type { Permission, Role } from './permissions.ts'

describe('built-in roles', () => {
  test.each<[Permission, readonly Role[]]>([
    ['tasks.handle', ['operator', 'supervisor', 'admin']],
    ['requests.view', ['operator', 'dispatcher', 'supervisor', 'admin']],
    ['requests.viewAll', ['dispatcher', 'supervisor', 'admin']],
    ['requests.create', ['operator', 'dispatcher', 'supervisor', 'admin']],
    ['requests.edit', ['operator', 'dispatcher', 'supervisor', 'admin']],
    ['requests.editAll', ['dispatcher', 'supervisor', 'admin']],
    ['requests.close', ['operator', 'dispatcher', 'supervisor', 'admin']],
    ['requests.assign', ['dispatcher', 'supervisor', 'admin']],
    ['customers.view', ['operator', 'dispatcher', 'supervisor', 'admin']],
    ['customers.edit', ['operator', 'dispatcher', 'supervisor', 'admin']],
    ['followUps.viewAll', ['dispatcher', 'supervisor', 'admin']],
    ['followUps.editAll', ['dispatcher', 'supervisor', 'admin']],
    ['comments.write', ['operator', 'dispatcher', 'supervisor', 'admin']],
    ['queues.view', ['operator', 'dispatcher', 'supervisor', 'admin']],
    ['operators.view', ['operator', 'dispatcher', 'supervisor', 'admin']],
    ['operators.managePresence', ['supervisor', 'admin']],
    ['settings.requestTypes', ['admin']],
    ['settings.queues', ['admin']],
    ['settings.groups', ['admin']],
    ['settings.operators', ['admin']],
    ['settings.sites', ['admin']],
    ['settings.quickReplies', ['supervisor', 'admin']],
    ['views.share', ['dispatcher', 'supervisor', 'admin']],
    ['macros.share', ['supervisor', 'admin']],
    ['recordings.listen', ['supervisor', 'admin']],
    ['audit.view', ['supervisor', 'admin']],
  ])('%s is given to %j', (permission, to) => {
    expect(roles.filter((role) => permissionsOf(role).has(permission))).toEqual(to)
  })

  test.each(roles)('%s has each permission once and only known ones', (role) => {
    const given = rolePermissions[role]
    expect(new Set(given).size).toBe(given.length)
    expect(given.every((permission) => Object.hasOwn(permissions, permission))).toBe(true)
  })
})
