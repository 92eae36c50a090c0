import { localSlot } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import type { Tables } from '../../db/schema/index.ts'
import type { Ctx } from '../../kernel/command.ts'
import { workspaceTimeZone } from './time-zone.ts'

type Row = Tables['facts']['$inferInsert']
export type FactKind = Row['kind']
export type NewFact = Pick<Row, 'kind' | 'sourceId' | 'requestId' | 'value'> &
  Partial<Pick<Row, 'activityId' | 'medium' | 'queueId' | 'operatorId' | 'isInTime' | 'isShort'>>

/** One stay in a queue, one piece of handling: an activity has several when it comes back. */
export const stayOf = (activityId: string, since: number): string => `${activityId}@${since}`

/** Notes what figures count, once for each source: saying it again changes nothing. */
export async function noteFact(ctx: Ctx, fact: NewFact): Promise<void> {
  const { facts } = ctx.tx.t
  const { day, slot } = localSlot(ctx.now, await workspaceTimeZone(ctx.tx))
  await ctx.tx
    .insert(facts)
    .values({ isInTime: false, isShort: false, ...fact, day, slot, at: ctx.now })
    .onConflictDoNothing()
}

/** What was undone has not been. Only of what no queue's day counts. */
export async function dropFact(ctx: Ctx, kind: 'closed' | 'handled', sourceId: string): Promise<void> {
  const { facts } = ctx.tx.t
  await ctx.tx.delete(facts).where(and(eq(facts.kind, kind), eq(facts.sourceId, sourceId)))
}
