import { type Priority, stageOf } from '@care/domain'
import { changedSince } from '../../kernel/app-error.ts'
import type { Reversals } from '../../kernel/module.ts'
import type {} from './events.ts'
import { typeById } from './open-request.ts'
import { assign, changePriority, changeQueue, moveTo } from './ownership.ts'
import { wake } from './snoozing.ts'
import { about, autoClosing, findRequest, writeRequest } from './store.ts'

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
      ...autoClosing(type, { category: stage.category, snoozedUntil: null }, request.lastUpdateAt),
    })
    ctx.emit('request.reopened', { ...about(request), from: request.stage, to: stage.key, version: row.version })
  },
  // Only of queue and priority, which are chosen in lists: the other fields are edited back by hand, in their place.
  'request.edited': async (ctx, { facts }) => {
    const { queueId, priority } = facts.fields
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
