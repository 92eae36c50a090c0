import { areSkillsRelaxed, hasRoom, hasSkills, skillSet, takesOffers } from '@care/domain'
import { and, eq, exists } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { mayHandleTasks } from '../members.ts'
import { roundOf } from '../offers.ts'
import { lockPresence } from '../presence-row.ts'
import { type ActivityRecord, aboutTask, heldTasks, loadActivity } from '../store.ts'
import type {} from '../events.ts'

export interface OfferInput {
  activityId: string
  operatorId: string
}

/**
 * Makes a waiting task ring at an operator. Locks his presence, then counts his capacity and writes by one conditional
 * update, all in one transaction (rule 15). Refuses with NOT_ALLOWED_NOW whom it may not ring at (not available, no
 * room, not of the queue, without the skills before the queue's time), with ALREADY_TAKEN what waits no more.
 */
export const offerTask = command({
  name: 'offer-task',
  action: [],
  load: async (ctx, input: OfferInput) => {
    const presence = await lockPresence(ctx, input.operatorId)
    return { presence, activity: await loadActivity(ctx, input.activityId) }
  },
  allow: () => false,
  async run(ctx, { presence, activity }, { operatorId }) {
    if (!presence || !takesOffers(presence)) throw new AppError('NOT_ALLOWED_NOW', 'the operator is not available')
    const member = await membership(ctx, activity, operatorId)
    // Whoever handed it to a group has chosen its people.
    if (activity.groupId === null) refuseUnskilled(member, activity, ctx.now)
    const held = (await heldTasks(ctx.tx, [operatorId])).get(operatorId) ?? []
    if (!hasRoom(member.capacity, held, activity.medium, ctx.now))
      throw new AppError('NOT_ALLOWED_NOW', 'the operator has no room')
    const { activities, offers } = ctx.tx.t
    const expiresAt = ctx.now + member.offerSeconds * 1000
    const [row] = await ctx.tx
      .update(activities)
      .set({
        state: 'offered',
        offeredToId: operatorId,
        offeredAt: ctx.now,
        offerExpiresAt: expiresAt,
        version: plus(activities.version, 1),
      })
      .where(
        and(eq(activities.id, activity.id), eq(activities.state, 'waiting'), eq(activities.version, activity.version)),
      )
      .returning({ id: activities.id })
    if (!row) throw new AppError('ALREADY_TAKEN', 'it waits no more')
    const round = roundOf(activity)
    await ctx.tx.insert(offers).values({
      id: ctx.newId(),
      activityId: activity.id,
      operatorId,
      round,
      result: 'pending',
      offeredAt: ctx.now,
      closedAt: null,
    })
    await ctx.tx
      .update(ctx.tx.t.presence)
      .set({ lastOfferedAt: ctx.now })
      .where(eq(ctx.tx.t.presence.operatorId, operatorId))
    ctx.emit('offer.made', { ...aboutTask(activity), operatorId, expiresAt })
    return { expiresAt }
  },
})

/** His abilities and the rules of the queue, where he is of it; of a task that waits for a group, of that. */
async function membership(ctx: Ctx, { queueId, groupId }: ActivityRecord, operatorId: string) {
  const { queues, queueMembers, groupMembers, operators } = ctx.tx.t
  const isMember =
    groupId === null
      ? exists(
          ctx.tx
            .select({ id: queueMembers.queueId })
            .from(queueMembers)
            .where(and(eq(queueMembers.queueId, queueId ?? ''), eq(queueMembers.operatorId, operatorId))),
        )
      : exists(
          ctx.tx
            .select({ id: groupMembers.groupId })
            .from(groupMembers)
            .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.operatorId, operatorId))),
        )
  const [row] = await ctx.tx
    .select({
      offerSeconds: queues.offerSeconds,
      needed: queues.skills,
      relaxSkillsSeconds: queues.relaxSkillsSeconds,
      capacity: operators.capacity,
      skills: operators.skills,
      role: operators.role,
    })
    .from(queues)
    .innerJoin(operators, and(eq(operators.id, operatorId), eq(operators.isActive, true)))
    .where(and(eq(queues.id, queueId ?? ''), isMember))
  if (!row || !mayHandleTasks(row.role)) throw new AppError('NOT_ALLOWED_NOW', 'he is not of its queue or group')
  return row
}

/** Rule 14, once more: his skills or the queue's may have been changed since routing chose him. */
function refuseUnskilled(
  member: { needed: string[]; skills: string[]; relaxSkillsSeconds: number | null },
  activity: ActivityRecord,
  now: number,
): void {
  if (hasSkills(skillSet(member.skills), skillSet(member.needed, activity.skills))) return
  if (areSkillsRelaxed(activity.eligibleSince, member.relaxSkillsSeconds, now)) return
  throw new AppError('NOT_ALLOWED_NOW', 'the operator lacks a skill')
}
