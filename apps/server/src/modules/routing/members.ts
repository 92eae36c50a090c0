import { permissionsOf, type Role } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'

/** A dispatcher distributes work and is never offered any. */
export const mayHandleTasks = (role: Role): boolean => permissionsOf(role).has('tasks.handle')

/**
 * Whether the account is open. Asked once his presence is locked: a closing empties his desk under the same lock, so that nothing
 * is put onto it behind that.
 */
export async function isOpenAccount({ tx }: Ctx, operatorId: string): Promise<boolean> {
  const { operators } = tx.t
  const rows = await tx
    .select({ id: operators.id })
    .from(operators)
    .where(and(eq(operators.id, operatorId), eq(operators.isActive, true)))
  return rows.length > 0
}
