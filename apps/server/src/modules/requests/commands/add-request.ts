import type { BodyOf, Api } from '@care/contract'
import { type Attributes, firstStageOf } from '@care/domain'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { fittedAttributes, makeCustomer, resolveCustomerId } from '../../customers/index.ts'
import { defaultType, openRequest, requireLocation, typeById } from '../open-request.ts'
import { requireFields } from '../own-fields.ts'

type AddInput = Omit<BodyOf<Api['addRequest']>, 'attributes'> & { attributes?: Attributes }

/**
 * Makes a request by hand for a known or a new customer (row J3). Its maker is the assignee unless a queue is named.
 * Refuses FIELDS_REQUIRED without what the type always asks for.
 */
export const addRequest = command({
  name: 'add-request',
  action: 'requests.create',
  async load(ctx, input: AddInput) {
    const { queues } = ctx.tx.t
    if (input.customerId !== undefined) {
      if ((await resolveCustomerId(ctx.tx, input.customerId)) === null) throw notFound('customer')
    }
    if (input.queueId !== undefined) {
      const [queue] = await ctx.tx
        .select({ id: queues.id })
        .from(queues)
        .where(and(eq(queues.id, input.queueId), eq(queues.isActive, true)))
      if (!queue)
        throw new AppError('INVALID_INPUT', 'no such queue', { issues: [{ path: 'queueId', message: 'unknown' }] })
    }
    if (input.locationId !== undefined) await requireLocation(ctx, input.locationId)
    return input.typeId === undefined ? defaultType(ctx) : typeById(ctx, input.typeId)
  },
  allow: () => true,
  async run(ctx, type, input) {
    const attributes = await fittedAttributes(ctx, type.fields, {}, input.attributes ?? {})
    const stage = firstStageOf(type.workflow, 'new')
    if (stage) requireFields(type, attributes, stage)
    // Somebody may have merged him since this form was opened.
    const known = input.customerId === undefined ? null : await resolveCustomerId(ctx.tx, input.customerId, true)
    const customerId = known ?? (await makeCustomer(ctx, input.newCustomer ?? {})).id
    const makerId = ctx.actor.kind === 'operator' ? ctx.actor.id : null
    const request = await openRequest(ctx, {
      customerId,
      title: input.title,
      description: input.description,
      type,
      priority: input.priority,
      attributes,
      locationId: input.locationId ?? null,
      queueId: input.queueId ?? null,
      assigneeId: input.queueId === undefined ? makerId : null,
    })
    return { requestId: request.id }
  },
})
