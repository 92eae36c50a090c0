import { autoCloseAt, dayMs } from '@care/domain'
import type { DemoCustomer } from './customers.ts'
import { demoStage, returnedValues } from './return-type.ts'
import type { Random } from './random.ts'
import type { Row, RowMaker, Who } from './rows.ts'
import { type Agent, autoCloseMsOf } from './workspace.ts'

export const operator = (agent: Agent): Who => ({ kind: 'operator', id: agent.id })
export const nobody: Who = { kind: 'system', id: null }

export type DemoRequest = Row<'requests'>
export interface Opening {
  number: number
  customer: DemoCustomer
  title: string
  description: string
  typeId: string
  queueId: string
  previousId: string | null
  at: number
}
/** One request while it is told step by step; every step leaves the rows and events that its command would leave. */
export interface Case extends RowMaker {
  random: Random
  customer: DemoCustomer
  queueId: string
  request: DemoRequest
  /** Of the stage it is in. */
  visit: Row<'requestStages'> | null
  bySender: Who
  about: { requestId: string; customerId: string }
}

/** What restarts the auto-close clock (rule 8). */
export function update({ request }: Case, at: number): void {
  request.lastUpdateAt = Math.max(request.lastUpdateAt, at)
  request.listedAt = request.lastUpdateAt
  const days = autoCloseMsOf(request.typeId) / dayMs
  request.autoCloseAt = autoCloseAt({
    lastUpdateAt: request.lastUpdateAt,
    days,
    isSnoozed: false,
    category: request.category,
  })
  request.autoCloseCheckAt = request.autoCloseAt
}

/** The visit of the stage before ends, the one of this stage begins (row R4). The queues keep no hours: always open. */
export function enter(c: Case, at: number): void {
  const before = c.visit
  if (before) Object.assign(before, { until: at, calendarMs: at - before.since, businessMs: at - before.since })
  const { id: requestId, typeId, stage, category } = c.request
  c.visit = c.add('requestStages', {
    id: c.random.id(at),
    requestId,
    typeId,
    stage,
    category,
    since: at,
    until: null,
    calendarMs: null,
    businessMs: null,
  })
}

export function openCase(maker: RowMaker, random: Random, opening: Opening): Case {
  const { customer, number, queueId, previousId, at } = opening
  const request: DemoRequest = {
    id: random.id(at),
    number,
    customerId: customer.id,
    typeId: opening.typeId,
    title: opening.title,
    description: opening.description,
    stage: demoStage(opening.typeId, 'new'),
    category: 'new',
    stageSince: at,
    priority: 'normal',
    queueId,
    assigneeId: null,
    lastOperatorId: null,
    tags: [],
    dueAt: null,
    attributes: opening.typeId === 'type-return' ? returnedValues(number, false) : {},
    locationId: number % 2 === 0 ? 'location-sofia' : 'location-plovdiv',
    outcome: null,
    outcomeNote: '',
    closedAt: null,
    closedById: null,
    asksRating: false,
    previousId,
    createdAt: at,
    lastUpdateAt: at,
    listedAt: at,
    autoCloseAt: null,
    autoCloseCheckAt: null,
    snoozedUntil: null,
    snoozedById: null,
    wakesOnAnswer: true,
    wokeAt: null,
    version: 1,
  }
  maker.add('requests', request)
  const about = { requestId: request.id, customerId: customer.id }
  const c: Case = {
    ...maker,
    random,
    customer,
    queueId,
    request,
    visit: null,
    about,
    bySender: { kind: 'customer', id: customer.id },
  }
  update(c, at)
  enter(c, at)
  const facts = { ...about, number, queueId, assigneeId: null, previousId, version: 1 }
  c.log(random.id(at), 'request.created', c.bySender, 'receive-message', at, facts)
  return c
}

export function moveStage(c: Case, to: 'active' | 'waiting', who: Who, command: string, at: number): void {
  const { request } = c
  const { stage: from, category: fromCategory, stageSince } = request
  const key = demoStage(request.typeId, to)
  Object.assign(request, { stage: key, category: to, stageSince: at, version: request.version + 1 })
  enter(c, at)
  if (who.kind === 'operator') update(c, at)
  const facts = {
    ...c.about,
    from,
    to: key,
    fromCategory,
    toCategory: to,
    stageMs: at - stageSince,
    version: request.version,
  }
  c.log(c.random.id(at), 'request.stageMoved', who, command, at, facts)
}
