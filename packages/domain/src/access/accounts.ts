import type { Role } from './permissions.ts'

/** Why an account may not lose what it has: nobody shuts himself out, and somebody can always set up the others. */
export type AccountProblem = 'OWN_ACCOUNT' | 'LAST_ADMIN'

interface Change {
  operatorId: string
  /** Who changes it; null: the product itself. */
  actorId: string | null
  role: Role
  /** Active accounts of administrators, this one among them when it is one. */
  admins: readonly string[]
}

const isLastAdmin = ({ operatorId, role, admins }: Change): boolean =>
  role === 'admin' && !admins.some((id) => id !== operatorId)

/** Whether an account may be closed; null = it may. */
export function closingProblem(change: Change): AccountProblem | null {
  if (change.operatorId === change.actorId) return 'OWN_ACCOUNT'
  return isLastAdmin(change) ? 'LAST_ADMIN' : null
}

/** Whether it may have this role instead of its own; null = it may. */
export function roleProblem(change: Change, to: Role): AccountProblem | null {
  return to === change.role ? null : closingProblem(change)
}

/** So many to-dos and deals each go to a colleague with one closing; the rest stays and may be given by a further call. */
export const handedOverMost = 500

/** What an account still has is counted up to here; this number stands for it and more. */
export const countedWorkMost = 1_000
