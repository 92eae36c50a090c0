import type { Api, BodyOf } from '@care/contract'
import { isTalkOver } from '@care/domain'
import { and, desc, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { openActivity, restartClock } from '../../../modules/activities/index.ts'
import { openCall } from '../../../modules/calls/index.ts'
import { identifyVisitorCustomer } from '../../../modules/customers/index.ts'
import { siteState } from '../../chat/queries/site.ts'
import { loadVisitor } from '../../visitor.ts'

async function isCalling(ctx: Ctx, visitorId: string): Promise<boolean> {
  const { activities } = ctx.tx.t
  const [latest] = await ctx.tx
    .select({ state: activities.state })
    .from(activities)
    .where(and(eq(activities.visitorId, visitorId), eq(activities.medium, 'call')))
    .orderBy(desc(activities.startedAt))
    .limit(1)
  return latest !== undefined && !isTalkOver(latest.state)
}

/**
 * A visitor calls in the browser (row K1): an activity like a chat, routed and offered as such. While his call rings or
 * goes on nothing is made. Refuses with NOT_ALLOWED_NOW where the site offers no calls, or nobody is there.
 */
export const startCall = command({
  name: 'start-call',
  action: 'visitor',
  load: (ctx, _input: BodyOf<Api['startCall']>) => loadVisitor(ctx),
  allow: ({ actor }, { visitor }) => actor.kind === 'visitor' && actor.id === visitor.id,
  async run(ctx, { visitor, site }, input) {
    if (await isCalling(ctx, visitor.id)) return null
    if (!site.offersCalls) throw new AppError('NOT_ALLOWED_NOW', 'this site offers no calls', { problem: 'NO_CALLS' })
    if (!(await siteState(ctx.tx, site.queueId, ctx.now)).isOnline)
      throw new AppError('NOT_ALLOWED_NOW', 'nobody is there', { problem: 'CLOSED' })
    const { name, email, page } = input
    await identifyVisitorCustomer(ctx, visitor.customerId, { name, email, language: visitor.language })
    const opened = await openActivity(ctx, {
      customerId: visitor.customerId,
      medium: 'call',
      queueId: site.queueId,
      typeId: site.typeId,
      text: '',
      fallbackTitle: site.name,
      source: page,
      skills: site.skills,
      locationId: site.locationId,
      siteId: site.id,
      visitorId: visitor.id,
    })
    await restartClock(ctx, opened, 'customer')
    await openCall(ctx, opened.activity, visitor.id)
    return null
  },
})
