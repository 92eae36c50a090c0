import { type Capacity, foldEmail, type Role } from '@care/domain'
import { eq, inArray } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

export interface NewOperator {
  name: string
  email: string
  passwordHash: string
  role: Role
  queueIds?: readonly string[]
  capacity?: Capacity | undefined
  skills?: readonly string[] | undefined
  /** Made by the caller where it must be known beforehand. */
  id?: string
}

/** Writes an account and its memberships; refuses a taken email (EMAIL_TAKEN) and unknown queues (INVALID_INPUT). */
export async function insertOperator(ctx: Ctx, input: NewOperator): Promise<string> {
  const { operators, queueMembers, queues } = ctx.tx.t
  const queueIds = [...new Set(input.queueIds ?? [])]
  const known =
    queueIds.length === 0 ? [] : await ctx.tx.select({ id: queues.id }).from(queues).where(inArray(queues.id, queueIds))
  if (known.length < queueIds.length)
    throw new AppError('INVALID_INPUT', 'no such queue', { issues: [{ path: 'queueIds', message: 'no such queue' }] })
  const id = input.id ?? ctx.newId()
  const emailFolded = foldEmail(input.email)
  const made = await ctx.tx
    .insert(operators)
    .values({
      id,
      name: input.name,
      email: input.email.trim(),
      emailFolded,
      passwordHash: input.passwordHash,
      role: input.role,
      language: null,
      capacity: input.capacity ?? {},
      skills: [...(input.skills ?? [])],
      isActive: true,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: operators.emailFolded })
    .returning({ id: operators.id })
  if (made.length === 0) {
    const [other] = await ctx.tx
      .select({ id: operators.id, name: operators.name, isActive: operators.isActive, version: operators.version })
      .from(operators)
      .where(eq(operators.emailFolded, emailFolded))
    // A closed account can be opened again instead; its version goes along for that.
    throw new AppError('EMAIL_TAKEN', undefined, {
      operatorId: other?.id ?? null,
      ...(other?.isActive === false ? { isClosed: true, name: other.name, version: other.version } : {}),
    })
  }
  if (queueIds.length > 0)
    await ctx.tx.insert(queueMembers).values(queueIds.map((queueId) => ({ queueId, operatorId: id })))
  ctx.emit('operator.created', { operatorId: id, role: input.role, queueIds })
  return id
}
