import type { ActivityDetails, Ref } from '@care/contract'
import {
  canChangeActivity,
  canChangeRequest,
  defaultOutcomeOf,
  canMoveActivity,
  mailProblem,
  media,
  moreWrapUp,
  normaliseSkills,
  shownName,
} from '@care/domain'
import { eq, inArray } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import type { Services } from '../../../kernel/services.ts'
import { findRequest, type LoadedRequest, sees } from '../../requests/index.ts'
import { type ActivityRecord, findActivity, type LoadedActivity, marksOf } from '../store.ts'
import { wrapUpDraftOf } from '../wrap-up.ts'
import { tagsOf } from './tags.ts'

/** One activity as the desktop shows it. NOT_FOUND also when the operator may not see its request. */
export async function activityDetails(
  { store }: Pick<Services, 'store'>,
  actor: OperatorActor,
  activityId: string,
): Promise<ActivityDetails> {
  const { loaded, request } = await visibleActivity({ store }, actor, activityId)
  const { activity } = loaded
  const { customers, queues } = store.t
  const [customer] = await store.read.select().from(customers).where(eq(customers.id, activity.customerId))
  const [queue] =
    activity.queueId === null
      ? []
      : await store.read
          .select({ id: queues.id, name: queues.name, skills: queues.skills })
          .from(queues)
          .where(eq(queues.id, activity.queueId))
  const people = await peopleOf(store.read, activity)
  return {
    id: activity.id,
    request: {
      id: request.request.id,
      number: request.request.number,
      title: request.request.title,
      category: request.request.category,
    },
    customer: {
      id: activity.customerId,
      name: customer ? shownName(customer, '') : '',
      isVip: customer?.isVip ?? false,
    },
    medium: activity.medium,
    state: activity.state,
    queue: queue ? { id: queue.id, name: queue.name } : null,
    group: await groupOf(store.read, activity.groupId),
    operator: people.get(activity.operatorId) ?? null,
    transferTo: people.get(activity.transferToId) ?? null,
    tags: await tagsOf(store.read, activityId),
    skills: normaliseSkills([...(queue?.skills ?? []), ...activity.skills]),
    startedAt: activity.startedAt,
    acceptedAt: activity.acceptedAt,
    endedAt: activity.endedAt,
    endReason: activity.endReason,
    outcome: loaded.type.outcomes.find(({ key }) => key === activity.outcome) ?? null,
    wrapUp: await wrapUpOf(store.read, actor, loaded),
    source: activity.source,
    customerIsHere: activity.customerIsHere,
    marks: marksOf(activity),
    version: activity.version,
    abilities: abilitiesOf(actor, activity, request),
  }
}

/** What the panel of its wrap-up needs; null to others. */
async function wrapUpOf(
  db: Reader,
  actor: OperatorActor,
  { activity, type }: LoadedActivity,
): Promise<ActivityDetails['wrapUp']> {
  const { wrapUpUntil: until, endedAt, queueId } = activity
  if (!mayWrapUp(actor, activity) || until === null || endedAt === null) return null
  const { queues } = db.t
  const [queue] = await db
    .select({ seconds: queues.wrapUpSeconds })
    .from(queues)
    .where(eq(queues.id, queueId ?? ''))
  return {
    until,
    canHaveMore: moreWrapUp({ until, endedAt, seconds: queue?.seconds ?? null, now: until }) !== null,
    defaultOutcome: defaultOutcomeOf(type.outcomes, type.defaultOutcome),
    draft: await wrapUpDraftOf(db, activity.id),
  }
}
/** Whose task it is: two who type into one wrap-up would write over each other. */
const mayWrapUp = (actor: OperatorActor, activity: ActivityRecord): boolean =>
  activity.state === 'wrapUp' && activity.operatorId === actor.id

async function groupOf(db: Reader, groupId: string | null): Promise<Ref | null> {
  if (groupId === null) return null
  const { groups } = db.t
  const [group] = await db.select({ id: groups.id, name: groups.name }).from(groups).where(eq(groups.id, groupId))
  return group ?? null
}

/** Who has it, and who is asked to take it over. */
async function peopleOf(db: Reader, { operatorId, transferToId }: ActivityRecord): Promise<Map<string | null, Ref>> {
  const ids = [operatorId, transferToId].filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const { operators } = db.t
  const rows = await db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(inArray(operators.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** What this operator may do with it now; the screen never works it out itself. */
function abilitiesOf(
  actor: OperatorActor,
  activity: ActivityRecord,
  { request, holderIds }: LoadedRequest,
): ActivityDetails['abilities'] {
  const isInProgress = activity.state === 'active'
  const mine = canChangeActivity(actor, activity)
  const mayEdit = canChangeRequest(actor, { ...request, taskOperatorIds: holderIds })
  const mayMove =
    request.category !== 'closed' && canMoveActivity(actor, activity, { ...request, taskOperatorIds: holderIds })
  const isWaiting = activity.state === 'waiting' || (activity.state === 'offered' && activity.offeredToId === actor.id)
  return {
    reply: isInProgress && mine && actor.permissions.has('tasks.handle') && media[activity.medium].canReply,
    tag: mayEdit,
    comment: actor.permissions.has('comments.write'),
    take: isWaiting && actor.permissions.has('tasks.handle'),
    transfer:
      activity.state === 'active' &&
      activity.transferToId === null &&
      (activity.operatorId === actor.id || actor.permissions.has('requests.assign')),
    giveBack: isInProgress && (activity.operatorId === actor.id || actor.permissions.has('requests.assign')),
    wrapUp: mayWrapUp(actor, activity),
    end: isInProgress && mine && actor.permissions.has('tasks.handle'),
    move: mayMove,
    moveToCustomer: mayMove && actor.permissions.has('customers.edit'),
    answerByMail:
      mayEdit &&
      actor.permissions.has('tasks.handle') &&
      mailProblem({ ...activity, isRequestClosed: request.category === 'closed' }) === null,
  }
}

/** The activity and its request when the operator sees them. */
export async function visibleActivity(
  { store }: Pick<Services, 'store'>,
  actor: OperatorActor,
  activityId: string,
): Promise<{ loaded: LoadedActivity; request: LoadedRequest }> {
  const loaded = await findActivity(store.read, activityId)
  const request = loaded && (await findRequest(store.read, loaded.request.id))
  if (!loaded || !request || !sees(actor, request)) throw notFound('activity')
  return { loaded, request }
}
