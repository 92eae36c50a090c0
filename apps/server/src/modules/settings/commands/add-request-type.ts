import type { Api, BodyOf } from '@care/contract'
import { autoCloseDaysDefault, defaultOutcomes, defaultWorkflow, limits, reopenDaysDefault } from '@care/domain'
import { count, eq } from '../../../db/drizzle.ts'
import { inTurn } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { soundWorkflow } from '../sound-workflow.ts'
import { toMs } from './edit-request-type.ts'

const blank = () => ({
  autoCloseMs: toMs(autoCloseDaysDefault),
  reopenMs: toMs(reopenDaysDefault),
  onReply: 'reopen' as const,
  workflow: soundWorkflow(defaultWorkflow),
  outcomes: [...defaultOutcomes],
  fields: [],
})

/** Makes a type: a copy of another one with the same fields, or with the default workflow and none. */
export const addRequestType = command({
  name: 'add-request-type',
  action: 'settings.requestTypes',
  async load({ tx }, { copyOf }: BodyOf<Api['addRequestType']>) {
    if (copyOf === undefined) return blank()
    const { requestTypes } = tx.t
    const [type] = await tx.select().from(requestTypes).where(eq(requestTypes.id, copyOf))
    if (!type) throw notFound('request type')
    const { retired: _, ...workflow } = type.workflow
    return { ...type, workflow, outcomes: type.outcomes.filter(({ isRetired }) => !isRetired) }
  },
  allow: () => true,
  async run(ctx, model, { name }) {
    const { requestTypes } = ctx.tx.t
    await inTurn(ctx.tx, 'request types')
    const [known] = await ctx.tx.select({ total: count() }).from(requestTypes)
    if (Number(known?.total ?? 0) >= limits.requestTypes)
      throw new AppError('NOT_ALLOWED_NOW', 'there are too many request types already')
    const typeId = ctx.newId()
    await ctx.tx.insert(requestTypes).values({ ...model, id: typeId, name, isDefault: false, version: 1 })
    ctx.emit('requestType.added', { typeId })
    return { typeId }
  },
})
