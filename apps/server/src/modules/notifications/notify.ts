import { type ChosenWays, isMailed, isTold, minuteMs, noticeMailAfterMs, type NotificationKind } from '@care/domain'
import { and, eq, inArray, isNull, ne, sql } from '../../db/drizzle.ts'
import { plus } from '../../db/sql.ts'
import type { Tx } from '../../db/store.ts'
import type { Ctx } from '../../kernel/command.ts'
import type {} from './events.ts'

interface Who {
  kind: 'operator' | 'customer' | 'system'
  id: string | null
}
export interface Notice {
  kind: NotificationKind
  /** The operator who is told. */
  to: string
  /** The same key while the first one is open is the same thing once more. */
  key: string
  requestId?: string | null
  activityId?: string | null
  commentId?: string | null
  /** Of a kind about something else: a to-do, a queue. */
  subjectId?: string | null
  /** Whose doing it is, where that is not whoever runs the command. */
  by?: Who
}

/** The same again within a minute of the unread first is not worth another sound. */
const againMs = minuteMs

/**
 * Tells an operator, in the transaction of what happened. Silently not: of his own deeds, of spam (rule 43), and of what he
 * does not want to be told in any way; and nobody whose account is closed.
 */
export async function notify(ctx: Ctx, notice: Notice): Promise<void> {
  const by = notice.by ?? whoOf(ctx)
  const isOwnDeed = [by, whoOf(ctx)].some(({ kind, id }) => kind === 'operator' && id === notice.to)
  if (isOwnDeed || (await isSpam(ctx, notice.requestId ?? null))) return
  const ways = await waysOf(ctx, notice.to)
  if (ways === null) return
  const told = (['panel', 'sound', 'browser'] as const).filter((way) => isTold(ways, notice.kind, way))
  if (told.length === 0) return
  // Heard but not wanted in the panel: nothing is left open.
  const done = told.includes('panel') ? null : ctx.now
  const mailAt = isMailed(ways, notice.kind) ? ctx.now + noticeMailAfterMs : null
  const { notifications } = ctx.tx.t
  const [row] = await ctx.tx
    .insert(notifications)
    .values({
      id: ctx.newId(),
      operatorId: notice.to,
      kind: notice.kind,
      requestId: notice.requestId ?? null,
      activityId: notice.activityId ?? null,
      commentId: notice.commentId ?? null,
      subjectId: notice.subjectId ?? null,
      actorKind: by.kind,
      actorId: by.id,
      times: 1,
      at: ctx.now,
      seenAt: done,
      handledAt: done,
      dedupeKey: notice.key,
      mailAt,
    })
    .onConflictDoUpdate({
      target: [notifications.operatorId, notifications.dedupeKey],
      targetWhere: sql`handled_at is null`,
      set: {
        at: ctx.now,
        seenAt: null,
        times: plus(notifications.times, 1),
        actorKind: by.kind,
        actorId: by.id,
        // What nobody has looked at is mailed once, however often it comes; and a mail that waits is not put off by it.
        mailAt: sql`case when ${notifications.seenAt} is null then ${notifications.mailAt} else ${mailAt} end`,
      },
      setWhere: sql`${notifications.seenAt} is not null or ${notifications.at} <= ${ctx.now - againMs}`,
    })
    .returning({ id: notifications.id })
  if (row) ctx.tell('notification.raised', { notificationId: row.id, operatorId: notice.to })
}

/** How he wants to be told; null when his account is closed: nobody reads it. */
async function waysOf({ tx }: Ctx, operatorId: string): Promise<ChosenWays | null> {
  const { operators, notificationSettings } = tx.t
  const [row] = await tx
    .select({ isActive: operators.isActive, ways: notificationSettings.ways })
    .from(operators)
    .leftJoin(notificationSettings, eq(notificationSettings.operatorId, operators.id))
    .where(eq(operators.id, operatorId))
  return row?.isActive === false ? null : (row?.ways ?? {})
}

export interface Handled {
  kinds: readonly NotificationKind[]
  /** Only this operator's. */
  of?: string
  about: { requestId: string } | { activityId: string } | { subjectId: string } | { ids: readonly string[] }
}

/** Nothing is left to be done about these: they go from every tab of everybody who was told. */
export async function settle(ctx: Ctx, { kinds, of, about }: Handled): Promise<void> {
  const { notifications } = ctx.tx.t
  const rows = await ctx.tx
    .update(notifications)
    .set({ handledAt: ctx.now })
    .where(
      and(
        isAbout(notifications, about),
        isNull(notifications.handledAt),
        inArray(notifications.kind, [...kinds]),
        of === undefined ? undefined : eq(notifications.operatorId, of),
      ),
    )
    .returning({ operatorId: notifications.operatorId })
  tellSettled(ctx, rows)
}

function isAbout(notifications: Tx['t']['notifications'], about: Handled['about']) {
  if ('ids' in about) return inArray(notifications.id, [...about.ids])
  if ('requestId' in about) return eq(notifications.requestId, about.requestId)
  if ('activityId' in about) return eq(notifications.activityId, about.activityId)
  return eq(notifications.subjectId, about.subjectId)
}

/** His account is closed: nothing that he was told waits for him, nor is mailed. */
export async function settleAllOf(ctx: Ctx, operatorId: string): Promise<void> {
  const { notifications } = ctx.tx.t
  const rows = await ctx.tx
    .update(notifications)
    .set({ handledAt: ctx.now, mailAt: null })
    .where(and(eq(notifications.operatorId, operatorId), isNull(notifications.handledAt)))
    .returning({ operatorId: notifications.operatorId })
  tellSettled(ctx, rows)
}

/** An activity was moved, and with it what is open about it. The move is told in both requests, so where it is is read. */
export async function follow(ctx: Ctx, activityId: string): Promise<void> {
  const { notifications, activities } = ctx.tx.t
  const [activity] = await ctx.tx
    .select({ requestId: activities.requestId })
    .from(activities)
    .where(eq(activities.id, activityId))
  if (!activity) return
  const { requestId } = activity
  const rows = await ctx.tx
    .update(notifications)
    .set({ requestId })
    .where(
      and(
        eq(notifications.activityId, activityId),
        isNull(notifications.handledAt),
        ne(notifications.requestId, requestId),
      ),
    )
    .returning({ operatorId: notifications.operatorId })
  tellSettled(ctx, rows)
}

export function tellSettled(ctx: Ctx, rows: ReadonlyArray<{ operatorId: string }>): void {
  const operatorIds = [...new Set(rows.map((row) => row.operatorId))]
  if (operatorIds.length > 0) ctx.tell('notifications.settled', { operatorIds })
}

const whoOf = ({ actor }: Ctx): Who => {
  if (actor.kind === 'operator') return { kind: 'operator', id: actor.id }
  if (actor.kind === 'visitor') return { kind: 'customer', id: actor.customerId }
  return { kind: 'system', id: null }
}

async function isSpam(ctx: Ctx, requestId: string | null): Promise<boolean> {
  if (requestId === null) return false
  const { requests } = ctx.tx.t
  const [row] = await ctx.tx.select({ outcome: requests.outcome }).from(requests).where(eq(requests.id, requestId))
  return row?.outcome === spam
}
/** The outcome with which spam is closed. */
export const spam = 'spam'
