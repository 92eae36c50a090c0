import type { Queue } from '@care/contract'
import { and, asc, count, eq, inArray } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { standing } from '../../calendars/index.ts'

/** All queues by name, with members (closed accounts count nowhere) and how many tasks wait (offered ones still wait). */
export async function queueList(read: Reader, actor: OperatorActor, now: number): Promise<Queue[]> {
  const { queues, queueMembers, operators, activities, calendars } = read.t
  const [rows, members, waiting] = await Promise.all([
    read
      .select({ queue: queues, hours: calendars })
      .from(queues)
      .leftJoin(calendars, eq(calendars.id, queues.calendarId))
      .orderBy(asc(queues.name), asc(queues.id)),
    read
      .select({ queueId: queueMembers.queueId, operatorId: queueMembers.operatorId })
      .from(queueMembers)
      .innerJoin(operators, and(eq(operators.id, queueMembers.operatorId), eq(operators.isActive, true)))
      .orderBy(asc(queueMembers.queueId), asc(queueMembers.operatorId)),
    read
      .select({ queueId: activities.queueId, tasks: count() })
      .from(activities)
      .where(inArray(activities.state, ['waiting', 'offered']))
      .groupBy(activities.queueId),
  ])
  return rows.map(({ queue: row, hours }) => ({
    ...row,
    ...standing(hours, now),
    memberIds: members.filter((member) => member.queueId === row.id).map((member) => member.operatorId),
    waiting: Number(waiting.find((line) => line.queueId === row.id)?.tasks ?? 0),
    isMine: actor.queueIds.has(row.id),
  }))
}

/** One queue. Whether it is one's own is read anew: the call may just have changed it. */
export async function queueById(read: Reader, actor: OperatorActor, queueId: string, now: number): Promise<Queue> {
  const queue = (await queueList(read, actor, now)).find((one) => one.id === queueId)
  if (!queue) throw notFound('queue')
  return { ...queue, isMine: queue.memberIds.includes(actor.id) }
}
