import { permissionsOf, type Role } from '@care/domain'

/** A dispatcher distributes work and is never offered any. */
export const mayHandleTasks = (role: Role): boolean => permissionsOf(role).has('tasks.handle')
