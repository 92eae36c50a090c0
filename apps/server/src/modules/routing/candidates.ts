import {
  type Candidate,
  type Capacity,
  capacityFor,
  hasRoom,
  hasSkills,
  type HeldTask,
  media,
  type Medium,
  mediumIds,
  type SkillSet,
  skillSet,
  takesOffers,
  weightedLoad,
} from '@care/domain'
import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { mayHandleTasks } from './members.ts'
import { heldTasks } from './store.ts'
import type { WaitingActivity } from './waiting-work.ts'

/** An available operator with what he has, as routing keeps him while it hands out the work of some queues. */
export interface Desk {
  operatorId: string
  capacity: Capacity
  skills: SkillSet
  /** Queues and groups whose work he is offered. */
  placeIds: Set<string>
  idleSince: number
  lastOfferedAt: number | null
  held: HeldTask[]
}

/** Where a task waits: for its group, whose members alone are offered it, else in its queue (rule 24). */
export const placeOf = ({ queueId, groupId }: { queueId: string | null; groupId: string | null }): string | null =>
  groupId ?? queueId

/** Everybody of these queues and groups who takes offers now, with his load: a few queries, however many they are. */
export async function availableDesks(
  db: Reader,
  queueIds: readonly string[],
  groupIds: readonly string[],
): Promise<Desk[]> {
  const { queueMembers, groupMembers } = db.t
  const rows = [
    ...(await peopleOf(db, queueMembers, queueMembers.queueId, queueIds)),
    ...(groupIds.length === 0 ? [] : await peopleOf(db, groupMembers, groupMembers.groupId, groupIds)),
  ]
  const desks = new Map<string, Desk>()
  for (const { placeId, capacity, skills, role, presence: row } of rows) {
    if (!mayHandleTasks(role) || !takesOffers(row)) continue
    const { operatorId, idleSince, lastOfferedAt } = row
    const desk = desks.get(operatorId) ?? {
      operatorId,
      capacity,
      skills: skillSet(skills),
      placeIds: new Set(),
      idleSince,
      lastOfferedAt,
      held: [],
    }
    desk.placeIds.add(placeId)
    desks.set(operatorId, desk)
  }
  const held = await heldTasks(db, [...desks.keys()])
  for (const desk of desks.values()) desk.held = held.get(desk.operatorId) ?? []
  return [...desks.values()]
}

function peopleOf(
  db: Reader,
  members: Reader['t']['queueMembers'] | Reader['t']['groupMembers'],
  place: typeof db.t.queueMembers.queueId | typeof db.t.groupMembers.groupId,
  placeIds: readonly string[],
) {
  const { operators, presence } = db.t
  return db
    .select({
      placeId: place,
      capacity: operators.capacity,
      skills: operators.skills,
      role: operators.role,
      presence,
    })
    .from(members)
    .innerJoin(operators, and(eq(operators.id, members.operatorId), eq(operators.isActive, true)))
    .innerJoin(presence, eq(presence.operatorId, members.operatorId))
    .where(and(inArray(place, [...placeIds]), eq(presence.chosen, 'available'), eq(presence.isConnected, true)))
}

/** Media of which somebody could take one more. */
export const openMedia = (desks: readonly Desk[], now: number): Medium[] =>
  mediumIds.filter((medium) => desks.some((desk) => hasRoom(desk.capacity, desk.held, medium, now)))

/** Whether his phone can ring for it: a call that its phone system asks about needs a line there. */
export const hasLine = ({ operatorId }: Pick<Desk, 'operatorId'>, lines: WaitingActivity['lines']): boolean =>
  lines === null || lines.operatorIds.has(operatorId)

/** The operator as the domain's choice sees him, for a task of this medium that needs these skills. */
export function asCandidate(
  desk: Desk,
  { medium, lines }: Pick<WaitingActivity, 'medium' | 'lines'>,
  needed: SkillSet,
  now: number,
): Candidate {
  const load = weightedLoad(desk.held, now)
  return {
    operatorId: desk.operatorId,
    // Whoever has work is not idle, however long ago he was: among the busy ones it goes in turn.
    idleSince: load > 0 ? now : desk.idleSince,
    load,
    capacity: capacityFor(desk.capacity, medium) * media[medium].capacityWeight,
    lastOfferedAt: desk.lastOfferedAt,
    hasRoom: hasRoom(desk.capacity, desk.held, medium, now),
    isAvailable: true,
    isSkilled: hasSkills(desk.skills, needed),
    hasLine: hasLine(desk, lines),
  }
}
