import { attributeProblem, type Attributes, type FieldKind, normalAttribute } from '@care/domain'
import { and, eq, inArray } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

interface OwnField {
  id: string
  kind: FieldKind
  options: readonly { key: string }[]
  isRemoved: boolean
}

/** A customer's attributes with the given ones changed. Refuses INVALID_INPUT for an unknown field and for what does not fit it. */
export async function changedAttributes(ctx: Ctx, before: Attributes, given: Attributes): Promise<Attributes> {
  const ids = Object.keys(given)
  if (ids.length === 0) return before
  const { customerFields } = ctx.tx.t
  const fields = await ctx.tx.select().from(customerFields).where(inArray(customerFields.id, ids))
  return fittedAttributes(ctx, fields, before, given)
}

/** Attributes of whatever has own fields, with the given ones changed; refuses like `changedAttributes`. */
export async function fittedAttributes(
  ctx: Ctx,
  fields: readonly OwnField[],
  before: Attributes,
  given: Attributes,
): Promise<Attributes> {
  const after = { ...before }
  for (const [id, value] of Object.entries(given)) {
    const field = fields.find((one) => one.id === id && !one.isRemoved)
    const problem = field ? attributeProblem(field, value) : 'unknown'
    if (!field || problem !== null) throw unfit(id, problem)
    const kept = normalAttribute(field, value)
    if (field.kind === 'person' && typeof kept === 'string' && kept !== before[id] && !(await isAtWork(ctx, kept)))
      throw unfit(id, 'unknown')
    if (kept === null) delete after[id]
    else after[id] = kept
  }
  return after
}

const unfit = (id: string, message: string | null): AppError =>
  new AppError('INVALID_INPUT', 'the value does not fit the field', {
    issues: [{ path: `attributes.${id}`, message }],
  })

async function isAtWork(ctx: Ctx, operatorId: string): Promise<boolean> {
  const { operators } = ctx.tx.t
  const [operator] = await ctx.tx
    .select({ id: operators.id })
    .from(operators)
    .where(and(eq(operators.id, operatorId), eq(operators.isActive, true)))
  return operator !== undefined
}
