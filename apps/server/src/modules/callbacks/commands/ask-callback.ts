import { and, desc, eq, inArray } from '../../../db/drizzle.ts'
import { locked } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { requirePhone } from '../../customers/index.ts'
import type {} from '../events.ts'
import { openCallback } from '../open-callback.ts'
import { callbackOf, ofCallback, planAgain, takeSlot } from '../store.ts'

export interface AskInput {
  phone: string
  /** Begin of the slot, epoch ms. */
  from: number
  timeZone: string | null
  note: string
  page: string
  /** Of the link of a call back; the token itself is in no table and no log. */
  linkHashOf: (activityId: string) => string
}

/**
 * A visitor asks to be called back in a free slot (row K4, rule 18). While one of his is open it is that one, with the new
 * number, time and link: so a repeated call makes one. PHONE_INVALID without a number with a country, NOT_ALLOWED_NOW
 * (`slotTaken`) when the time is gone, or when he is being called just now.
 */
export const askCallback = command({
  name: 'ask-callback',
  action: 'visitor',
  async load(ctx, _input: AskInput) {
    if (ctx.actor.kind !== 'visitor') throw new AppError('FORBIDDEN')
    const { visitors, sites } = ctx.tx.t
    const query = ctx.tx
      .select({ visitor: visitors, site: sites })
      .from(visitors)
      .innerJoin(sites, eq(sites.id, visitors.siteId))
      .where(eq(visitors.id, ctx.actor.id))
    // His row is the lock against two first questions from two tabs.
    const [row] = await locked(ctx.tx, query, visitors)
    if (!row) throw notFound('visitor')
    return row
  },
  allow: ({ actor }, { visitor }) => actor.kind === 'visitor' && actor.id === visitor.id,
  async run(ctx, { visitor, site }, input) {
    const phone = requirePhone(input.phone, { timeZone: input.timeZone, language: visitor.language })
    if (phone === null || !phone.startsWith('+'))
      throw new AppError('PHONE_INVALID', 'the country of this number is not known', { path: 'phone' })
    const { timeZone, note, page, linkHashOf, from } = input
    const open = await openOf(ctx, visitor.id)
    await takeSlot(ctx, open?.queueId ?? site.queueId, from, open?.id)
    if (open) return ask(ctx, open, { phone, timeZone, note, linkHash: linkHashOf(open.id) }, from)
    return openCallback(ctx, {
      phone,
      at: from,
      timeZone,
      note,
      origin: 'customer',
      linkHashOf,
      activity: {
        customerId: visitor.customerId,
        queueId: site.queueId,
        typeId: site.typeId,
        source: page,
        skills: site.skills,
        locationId: site.locationId,
        siteId: site.id,
        visitorId: visitor.id,
      },
    })
  },
})

async function openOf(ctx: Ctx, visitorId: string) {
  const { activities } = ctx.tx.t
  const query = ctx.tx
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.visitorId, visitorId),
        eq(activities.medium, 'callback'),
        inArray(activities.state, ['planned', 'waiting', 'offered', 'active']),
      ),
    )
    .orderBy(desc(activities.startedAt))
    .limit(1)
  const [row] = await locked(ctx.tx, query, activities)
  return row ?? null
}

async function ask(
  ctx: Ctx,
  open: NonNullable<Awaited<ReturnType<typeof openOf>>>,
  fields: { phone: string; timeZone: string | null; note: string; linkHash: string },
  at: number,
) {
  const known = await callbackOf(ctx.tx, open.id)
  if (!known || (open.state !== 'planned' && open.state !== 'waiting'))
    throw new AppError('NOT_ALLOWED_NOW', 'he is being called just now', { problem: 'calling' })
  const { callbacks } = ctx.tx.t
  await ctx.tx.update(callbacks).set(fields).where(eq(callbacks.activityId, open.id))
  if (known.dueAt === at) return { activityId: open.id }
  const row = await planAgain(ctx, open, at)
  if (!row) throw new AppError('UNAVAILABLE')
  ctx.emit('callback.planned', {
    ...ofCallback(row),
    dueAt: at,
    why: 'moved',
    operatorId: null,
    version: row.version,
  })
  return { activityId: row.id }
}
