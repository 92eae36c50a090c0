import { type AttributeValue, type Priority, stageOf } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import { changedSince } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { EventMap } from '../../kernel/event.ts'
import type { Reversals } from '../../kernel/module.ts'
import { changesOf, emitEdited } from './changes.ts'
import type {} from './events.ts'
import { typeById } from './open-request.ts'
import { assign, changePriority, changeQueue, moveTo } from './ownership.ts'
import { wake } from './snoozing.ts'
import { about, autoClosing, findRequest, restarted, writeRequest } from './store.ts'

/** How changes of a request are put back. */
export const requestReversals: Reversals = {
  // Into the stage it came from, with the time it had spent there, and its clock as it was.
  'request.closed': async (ctx, { facts, at }) => {
    const { request, type } = (await findRequest(ctx.tx, facts.requestId, true)) ?? {}
    const stage = type?.workflow.stages.find(({ key }) => key === facts.from)
    if (!request || !type || !stage || request.category !== 'closed' || request.version !== facts.version)
      throw changedSince()
    const row = await writeRequest(ctx, request, {
      stage: stage.key,
      category: stage.category,
      stageSince: at - facts.stageMs,
      outcome: null,
      outcomeNote: '',
      closedAt: null,
      closedById: null,
      asksRating: false,
      snoozedUntil: facts.snoozed?.until ?? null,
      snoozedById: facts.snoozed?.byId ?? null,
      ...autoClosing(
        type,
        { category: stage.category, snoozedUntil: facts.snoozed?.until ?? null },
        request.lastUpdateAt,
      ),
    })
    ctx.emit('request.reopened', { ...about(request), from: request.stage, to: stage.key, version: row.version })
  },
  // Of what is chosen in lists and of what a move fills in: title and the like are edited back by hand, in their place.
  'request.edited': async (ctx, { id, facts }) => {
    const { queueId, priority } = facts.fields
    await putFieldsBack(ctx, id, facts)
    if (!queueId && !priority) return
    const loaded = await findRequest(ctx.tx, facts.requestId, true)
    if (!loaded) throw changedSince()
    if (queueId && loaded.request.queueId !== queueId.to) throw changedSince()
    if (priority && loaded.request.priority !== priority.to) throw changedSince()
    if (priority) await changePriority(ctx, loaded, priority.from as Priority)
    if (typeof queueId?.from === 'string') await changeQueue(ctx, facts.requestId, queueId.from)
  },
  // With the time that it had spent there.
  'request.stageMoved': async (ctx, { facts, at }) => {
    const { request, type } = (await findRequest(ctx.tx, facts.requestId, true)) ?? {}
    const stage = type?.workflow.stages.find(({ key }) => key === facts.from)
    if (!request || !type || !stage || request.stage !== facts.to || stage.category === 'closed') throw changedSince()
    await moveTo(ctx, { request, type }, stage, at - facts.stageMs)
  },
  // Into the type and stage it came from, with the time it had spent there.
  'request.typeChanged': async (ctx, { facts, at }) => {
    const { request } = (await findRequest(ctx.tx, facts.requestId, true)) ?? {}
    const type = await typeById(ctx, facts.fromType)
    const stage = stageOf(type.workflow, facts.from)
    if (!request || !stage || request.typeId !== facts.toType || request.stage !== facts.to) throw changedSince()
    const row = await writeRequest(ctx, request, {
      typeId: type.id,
      stage: stage.key,
      category: stage.category,
      stageSince: at - facts.stageMs,
      ...autoClosing(type, { category: stage.category, snoozedUntil: request.snoozedUntil }, request.lastUpdateAt),
    })
    ctx.emit('request.typeChanged', {
      ...about(request),
      fromType: facts.toType,
      toType: facts.fromType,
      from: facts.to,
      to: facts.from,
      fromCategory: request.category,
      toCategory: stage.category,
      stageMs: 0,
      version: row.version,
    })
  },
  'request.snoozed': async (ctx, { facts }) => {
    const loaded = await findRequest(ctx.tx, facts.requestId, true)
    if (loaded?.request.snoozedUntil !== facts.until) throw changedSince()
    await wake(ctx, loaded, 'byHand')
  },
  'request.assigned': async (ctx, { facts }) => {
    const loaded = await findRequest(ctx.tx, facts.requestId, true)
    if (!loaded || loaded.request.assigneeId !== facts.to) throw changedSince()
    await assign(ctx, loaded, facts.from)
  },
}

const own = 'attribute:'
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Tags and own fields as they were before an edit, when all of them are still as it left them. */
async function putFieldsBack(ctx: Ctx, eventId: string, facts: EventMap['request.edited']): Promise<void> {
  const edited = Object.entries(facts.fields).filter(([field]) => field === 'tags' || field.startsWith(own))
  if (edited.length === 0) return
  const { request, type } = (await findRequest(ctx.tx, facts.requestId, true)) ?? {}
  if (!request || !type) throw changedSince()
  const { requestTexts } = ctx.tx.t
  // What was written stands beside the log.
  const texts = await ctx.tx
    .select()
    .from(requestTexts)
    .where(and(eq(requestTexts.requestId, request.id), eq(requestTexts.eventId, eventId)))
  const patch = { tags: request.tags, attributes: { ...request.attributes } }
  for (const [field, change] of edited) {
    const text = texts.find((one) => one.field === field)
    const [from, to] = text ? [text.before === '' ? null : text.before, text.after] : [change.from, change.to]
    const now = field === 'tags' ? request.tags : request.attributes[field.slice(own.length)]
    if (!isSame(now, to)) throw changedSince()
    if (field === 'tags') patch.tags = from as string[]
    else if (from === null) delete patch.attributes[field.slice(own.length)]
    else patch.attributes[field.slice(own.length)] = from as AttributeValue
  }
  const changes = changesOf(request, type, patch)
  const row = await writeRequest(ctx, request, { ...patch, ...restarted(type, request, 'fieldByPerson', ctx.now) })
  emitEdited(ctx, row, changes)
}
