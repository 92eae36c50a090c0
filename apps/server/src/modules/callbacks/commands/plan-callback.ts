import { and, eq } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { requirePhone, resolveCustomerId } from '../../customers/index.ts'
import { defaultType, findRequest, type LoadedRequest, sees } from '../../requests/index.ts'
import { openCallback } from '../open-callback.ts'
import { requireTime } from '../store.ts'

export interface PlanInput {
  customerId: string
  /** An open one of this customer; without, rule 1 finds or makes it. */
  requestId?: string | undefined
  phone: string
  /** When he is to be called, epoch ms. */
  at: number
  /** Without, the request's queue, else the first of one's own. */
  queueId?: string | undefined
  timeZone?: string | null | undefined
  note: string
  /** Of the customer's link, where he is to be told of it. */
  linkHashOf?: (activityId: string) => string
}

/**
 * An operator, or a program in his name, plans a call back (row K4). PHONE_INVALID, INVALID_INPUT for a time that is over or
 * more than a year away and for a queue that is none, NOT_ALLOWED_NOW on a closed request.
 */
export const planCallback = command({
  name: 'plan-callback',
  action: 'requests.create',
  async load(ctx, { customerId, requestId }: PlanInput) {
    const id = await resolveCustomerId(ctx.tx, customerId, true)
    if (id === null) throw notFound('customer')
    if (requestId === undefined) return { customerId: id, into: null }
    const into = await findRequest(ctx.tx, requestId, true)
    if (!into || !sees(ctx.actor, into) || into.request.customerId !== id) throw notFound('request')
    return { customerId: id, into }
  },
  allow: () => true,
  async run(ctx, { customerId, into }, input) {
    if (into?.request.category === 'closed') throw new AppError('NOT_ALLOWED_NOW', 'the request is closed')
    requireTime(input.at, ctx.now)
    const timeZone = input.timeZone ?? null
    const phone = requirePhone(input.phone, { timeZone })
    if (phone === null) throw new AppError('PHONE_INVALID', 'there is no number', { path: 'phone' })
    const type = into?.type ?? (await defaultType(ctx))
    return openCallback(ctx, {
      phone,
      at: input.at,
      timeZone,
      note: input.note,
      ...(input.linkHashOf && { linkHashOf: input.linkHashOf }),
      origin: 'operator',
      createdById: ctx.actor.kind === 'operator' ? ctx.actor.id : null,
      activity: {
        customerId,
        queueId: await queueFor(ctx, input.queueId, into),
        typeId: type.id,
        ...(into === null ? {} : { into: { request: into.request, type: into.type } }),
        source: '',
        skills: [],
        siteId: null,
        visitorId: null,
      },
    })
  },
})

async function queueFor(ctx: Ctx, asked: string | undefined, into: LoadedRequest | null): Promise<string> {
  const { queues } = ctx.tx.t
  const own = ctx.actor.kind === 'operator' ? [...ctx.actor.queueIds].toSorted()[0] : undefined
  const id = asked ?? into?.request.queueId ?? own
  const [queue] =
    id === undefined
      ? []
      : await ctx.tx
          .select({ id: queues.id })
          .from(queues)
          .where(and(eq(queues.id, id), eq(queues.isActive, true)))
  if (!queue)
    throw new AppError('INVALID_INPUT', 'no such queue', { issues: [{ path: 'queueId', message: 'unknown' }] })
  return queue.id
}
