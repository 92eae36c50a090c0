import { type Attributes, firstStageOf, type Priority } from '@care/domain'
import { and, eq, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import { plus } from '../../db/sql.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, autoClosing, type RequestRecord, type TypeRecord } from './store.ts'

export interface NewRequest {
  customerId: string
  title: string
  description?: string
  type: TypeRecord
  priority?: Priority
  queueId: string | null
  assigneeId: string | null
  previousId?: string | null
  locationId?: string | null
  attributes?: Attributes
}

/** Makes a request with the next number, in its type's first stage. It has an owner from the start (rule 7). */
export async function openRequest(ctx: Ctx, input: NewRequest): Promise<RequestRecord> {
  if (input.queueId === null && input.assigneeId === null)
    throw new AppError('INVALID_INPUT', 'a request needs a queue or an assignee')
  const { requests } = ctx.tx.t
  const stage = firstStageOf(input.type.workflow, 'new')
  if (!stage) throw new Error(`type ${input.type.id} has no first stage`)
  const [request] = await ctx.tx
    .insert(requests)
    .values({
      id: ctx.newId(),
      number: await nextNumber(ctx),
      customerId: input.customerId,
      typeId: input.type.id,
      title: input.title,
      description: input.description ?? '',
      stage: stage.key,
      category: stage.category,
      stageSince: ctx.now,
      priority: input.priority ?? 'normal',
      queueId: input.queueId,
      assigneeId: input.assigneeId,
      lastOperatorId: input.assigneeId,
      tags: [],
      attributes: input.attributes ?? {},
      locationId: input.locationId ?? null,
      outcomeNote: '',
      asksRating: false,
      wakesOnAnswer: true,
      previousId: input.previousId ?? null,
      createdAt: ctx.now,
      lastUpdateAt: ctx.now,
      listedAt: ctx.now,
      ...autoClosing(input.type, { category: stage.category, snoozedUntil: null }, ctx.now),
      version: 1,
    })
    .returning()
  if (!request) throw new Error('request was not inserted')
  const { number, queueId, assigneeId, previousId, version } = request
  ctx.emit('request.created', { ...about(request), number, queueId, assigneeId, previousId, version })
  return request
}

/** The counter's row is the lock: numbers have no doubles, and a refused command takes none. */
async function nextNumber(ctx: Ctx): Promise<number> {
  const { counters } = ctx.tx.t
  const [row] = await ctx.tx
    .insert(counters)
    .values({ name: 'requestNumber', value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: plus(counters.value, 1) } })
    .returning({ value: counters.value })
  if (!row) throw new Error('no request number')
  return row.value
}

/** The type that intake uses when none is named. */
export async function defaultType(ctx: Ctx): Promise<TypeRecord> {
  const { requestTypes } = ctx.tx.t
  const [type] = await ctx.tx.select().from(requestTypes).where(eq(requestTypes.isDefault, true)).limit(1)
  if (!type) throw new Error('the workspace has no default request type')
  return type
}

const byId = prepared('request_type_by_id', (db) =>
  db
    .select()
    .from(db.t.requestTypes)
    .where(eq(db.t.requestTypes.id, sql.placeholder('id'))),
)

export async function typeById(ctx: Ctx, typeId: string): Promise<TypeRecord> {
  const [type] = await byId(ctx.tx, { id: typeId })
  if (!type)
    throw new AppError('INVALID_INPUT', 'no such request type', { issues: [{ path: 'typeId', message: 'unknown' }] })
  return type
}

/** Refuses a location that is none or is switched off. */
export async function requireLocation(ctx: Ctx, locationId: string): Promise<void> {
  const { locations } = ctx.tx.t
  const [location] = await ctx.tx
    .select({ id: locations.id })
    .from(locations)
    .where(and(eq(locations.id, locationId), eq(locations.isActive, true)))
  if (!location)
    throw new AppError('INVALID_INPUT', 'no such location', { issues: [{ path: 'locationId', message: 'unknown' }] })
}
