import { attributeProblem, type AttributeValue, normalAttribute } from '@care/domain'
import { inArray } from 'drizzle-orm'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

type Attributes = Record<string, AttributeValue>

/** The attributes with the given ones changed. Refuses INVALID_INPUT for an unknown field and for what does not fit it. */
export async function changedAttributes(ctx: Ctx, before: Attributes, given: Attributes): Promise<Attributes> {
  const ids = Object.keys(given)
  if (ids.length === 0) return before
  const { customerFields } = ctx.tx.t
  const fields = await ctx.tx.select().from(customerFields).where(inArray(customerFields.id, ids))
  const after = { ...before }
  for (const [id, value] of Object.entries(given)) {
    const field = fields.find((one) => one.id === id && !one.isRemoved)
    const problem = field ? attributeProblem(field, value) : 'unknown'
    if (!field || problem !== null)
      throw new AppError('INVALID_INPUT', 'the value does not fit the field', {
        issues: [{ path: `attributes.${id}`, message: problem }],
      })
    const kept = normalAttribute(field, value)
    if (kept === null) delete after[id]
    else after[id] = kept
  }
  return after
}
