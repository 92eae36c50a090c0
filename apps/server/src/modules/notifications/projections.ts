import type { Ctx } from '../../kernel/command.ts'
import type { EventType, StoredEvent } from '../../kernel/event.ts'
import type { Projections } from '../../kernel/module.ts'
import { follow, notify, settle, settleAllOf } from './notify.ts'
import { notices, settlings } from './rules.ts'

type Project = (ctx: Ctx, event: StoredEvent) => Promise<void>
type Rules = Partial<Record<EventType, (event: StoredEvent, ctx: Ctx) => unknown>>

/** What was open is settled first, so that the event's own news stays. */
function project(type: EventType): Project {
  const settling = (settlings as Rules)[type] as ((event: StoredEvent) => Parameters<typeof settle>[1][]) | undefined
  const notice = (notices as Rules)[type] as
    | ((event: StoredEvent, ctx: Ctx) => Parameters<typeof notify>[1][] | Promise<Parameters<typeof notify>[1][]>)
    | undefined
  return async (ctx, event) => {
    for (const handled of settling?.(event) ?? []) await settle(ctx, handled)
    for (const one of (await notice?.(event, ctx)) ?? []) await notify(ctx, one)
  }
}

const types = [...new Set([...Object.keys(notices), ...Object.keys(settlings)])] as EventType[]

/** The two tables of rules.ts, in the transaction of what happened: nothing is told that did not happen, nor forgotten. */
export const notificationProjections: Projections = {
  ...(Object.fromEntries(types.map((type) => [type, project(type)])) as Projections),
  'activity.moved': (ctx, { facts }) => follow(ctx, facts.activityId),
  'operator.closed': (ctx, { facts }) => settleAllOf(ctx, facts.operatorId),
}
