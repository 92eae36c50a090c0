import type { RequestDetails } from '@care/contract'
import { canChangeRequest, missingFields, nextStages, shownName } from '@care/domain'
import { asc, desc, eq, inArray } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { findRequest, type LoadedRequest, sees } from '../store.ts'
import { stageTimes } from './stage-times.ts'

/** One request as the desktop shows it, with what this operator may do. NOT_FOUND also when he may not see it. */
export async function requestDetails(db: Reader, actor: OperatorActor, requestId: string): Promise<RequestDetails> {
  const found = await findRequest(db, requestId)
  // One that was merged into another leads there (rule 25).
  const leadsTo = found?.request.mergedIntoId ?? null
  const loaded = leadsTo === null ? found : await findRequest(db, leadsTo)
  if (!loaded || !sees(actor, loaded)) throw notFound('request')
  const { request, type } = loaded
  const named = await names(db, loaded)
  const isClosed = request.category === 'closed'
  const mayChange = canChangeRequest(actor, { ...request, taskOperatorIds: loaded.holderIds })
  return {
    id: request.id,
    number: request.number,
    title: request.title,
    description: request.description,
    customer: named.customer,
    stage: request.stage,
    category: request.category,
    stageSince: request.stageSince,
    priority: request.priority,
    queue: named.queue,
    assignee: request.assigneeId === null ? null : named.operator(request.assigneeId),
    type: { id: type.id, name: type.name },
    fields: ownFields(type),
    attributes: request.attributes,
    location: named.location,
    followers: await followersOf(db, requestId),
    tags: request.tags,
    dueAt: request.dueAt,
    createdAt: request.createdAt,
    updatedAt: request.lastUpdateAt,
    lastUpdateAt: request.lastUpdateAt,
    autoCloseAt: request.autoCloseAt,
    snoozedUntil: request.snoozedUntil,
    wakesOnAnswer: request.wakesOnAnswer,
    closedAt: request.closedAt,
    closedBy: request.closedById === null ? null : named.operator(request.closedById),
    outcome: type.outcomes.find((outcome) => outcome.key === request.outcome) ?? null,
    outcomeNote: request.outcomeNote,
    previousRequest: named.previous,
    rating: named.rating,
    stages: stagesOf(loaded),
    stageTimes: await stageTimes(db, requestId, type),
    outcomes: type.outcomes.filter((outcome) => !outcome.isSystem && !outcome.isRetired),
    version: request.version,
    abilities: {
      edit: mayChange,
      close: !isClosed && mayChange && actor.permissions.has('requests.close'),
      snooze: !isClosed && mayChange,
      reopen: isClosed && mayChange && actor.permissions.has('requests.close'),
      assign: !isClosed && (mayChange || actor.permissions.has('requests.assign')),
      comment: actor.permissions.has('comments.write'),
      merge: !isClosed && mayChange,
      tie: mayChange,
    },
  }
}

/** Stages in their order, with the one that the type has retired while this request still stands in it. */
function stagesOf({ request, type }: LoadedRequest): RequestDetails['stages'] {
  const { workflow } = type
  const next = request.category === 'closed' ? [] : nextStages(workflow, request.stage).map(({ key }) => key)
  const left = (workflow.retired ?? []).filter(({ key }) => key === request.stage)
  return [...left, ...workflow.stages].map((stage) => ({
    ...stage,
    isNext: next.includes(stage.key),
    asks: missingFields(type.fields, request.attributes, stage).length > 0,
  }))
}

/** As the answer has them: nothing in it is anybody's to change. */
const ownFields = ({ fields }: LoadedRequest['type']): RequestDetails['fields'] =>
  structuredClone(fields.filter(({ isRemoved }) => !isRemoved)) as RequestDetails['fields']

function followersOf(db: Reader, requestId: string) {
  const { requestFollowers, operators } = db.t
  return db
    .select({ id: operators.id, name: operators.name })
    .from(requestFollowers)
    .innerJoin(operators, eq(operators.id, requestFollowers.operatorId))
    .where(eq(requestFollowers.requestId, requestId))
    .orderBy(asc(requestFollowers.since), asc(operators.id))
}

async function names(db: Reader, { request }: LoadedRequest) {
  const { customers, queues, operators, requests, ratings, locations } = db.t
  const [customer] = await db.select().from(customers).where(eq(customers.id, request.customerId))
  const [queue] =
    request.queueId === null
      ? []
      : await db.select({ id: queues.id, name: queues.name }).from(queues).where(eq(queues.id, request.queueId))
  const ids = [request.assigneeId, request.closedById].filter((id) => id !== null)
  const people =
    ids.length === 0
      ? []
      : await db.select({ id: operators.id, name: operators.name }).from(operators).where(inArray(operators.id, ids))
  const [previous] =
    request.previousId === null
      ? []
      : await db
          .select({ id: requests.id, number: requests.number })
          .from(requests)
          .where(eq(requests.id, request.previousId))
  const [location] =
    request.locationId === null
      ? []
      : await db
          .select({ id: locations.id, name: locations.name })
          .from(locations)
          .where(eq(locations.id, request.locationId))
  const [rating] = await db
    .select({ score: ratings.score, comment: ratings.comment })
    .from(ratings)
    .where(eq(ratings.requestId, request.id))
    .orderBy(desc(ratings.createdAt))
    .limit(1)
  return {
    customer: {
      id: request.customerId,
      name: customer ? shownName(customer, '') : '',
      isVip: customer?.isVip ?? false,
    },
    queue: queue ?? null,
    location: location ?? null,
    previous: previous ?? null,
    rating: rating ?? null,
    operator: (id: string) => people.find((person) => person.id === id) ?? { id, name: '' },
  }
}
