import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { activityDetails, task, wrapUpFields } from '../entities/activity.ts'
import { done, id, pageOf, pageQuery, ref, requiredText, text } from '../entities/common.ts'

const activityId = z.object({ activityId: id })

export const tasksApi = {
  listTasks: endpoint({
    method: 'GET',
    path: '/api/tasks',
    access: 'tasks.handle',
    summary: 'Own offered and accepted tasks (at most 200; capacity keeps them few).',
    response: z.object({ items: z.array(task), serverTime: z.number() }),
  }),
  listQueueItems: endpoint({
    method: 'GET',
    path: '/api/queue-items',
    access: 'queues.view',
    summary: 'What waits in the own queues (all queues with requests.viewAll), next one first.',
    query: z.object({ ...pageQuery, queueId: id.optional() }),
    response: pageOf(task).extend({ total: z.number() }),
  }),
  listTasksInProgress: endpoint({
    method: 'GET',
    path: '/api/tasks/in-progress',
    access: 'requests.assign',
    summary: 'Tasks in progress of all operators, urgent and old ones first, with who has them.',
    query: z.object({ ...pageQuery, queueId: id.optional() }),
    response: pageOf(task.extend({ operator: ref })).extend({ total: z.number() }),
  }),
  takeNext: endpoint({
    method: 'POST',
    path: '/api/tasks/take-next',
    access: 'tasks.handle',
    summary:
      'Takes the oldest waiting task of the own queues; null when none waits. NOT_ALLOWED_NOW with details.problem NO_LINE when all that wait are calls for which one’s phone would not ring.',
    response: z.object({ task: task.nullable() }),
    errors: ['NOT_ALLOWED_NOW'],
  }),
  takeTask: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/take',
    access: 'tasks.handle',
    summary:
      'Takes a waiting task by hand; exactly one of several takers wins (rule 15). details.problem NO_LINE: a call, and one has no line at its phone system (details.name).',
    params: activityId,
    response: activityDetails,
    errors: ['NOT_FOUND', 'ALREADY_TAKEN', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  assignTask: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/assign',
    access: 'requests.assign',
    summary:
      'Puts a task that waits, rings or is in progress with somebody into an operator’s progress, without asking him. details.problem says why not: ENDED, NOT_THERE, NO_LINE (at the phone system details.name).',
    params: activityId,
    body: z.object({
      operatorId: id,
      /** Refuse with ALREADY_TAKEN when somebody has it in progress: the caller saw it waiting. */
      onlyWaiting: z.boolean().default(false),
    }),
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'ALREADY_TAKEN'],
  }),
  acceptOffer: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/accept',
    access: 'tasks.handle',
    summary: 'Accepts the task offered to oneself.',
    params: activityId,
    response: activityDetails,
    errors: ['NOT_FOUND', 'OFFER_OVER'],
  }),
  declineOffer: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/decline',
    access: 'tasks.handle',
    summary: 'Declines the offer; it moves on to the next operator.',
    params: activityId,
    response: done,
    errors: ['NOT_FOUND', 'OFFER_OVER'],
  }),
  returnTask: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/return',
    access: 'queues.view',
    summary: 'Puts a task in progress back into its queue: one’s own, or anybody’s with requests.assign.',
    params: activityId,
    body: z.object({ reason: text(limits.reason).default('') }),
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  transferTask: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/transfer',
    access: 'queues.view',
    summary:
      'Hands a task in progress over with a reason: a queue gets it at once, a group’s members are asked one after the other, a colleague is asked and the task stays until he accepts (rule 24).',
    params: activityId,
    body: z
      .object({
        operatorId: id.optional(),
        groupId: id.optional(),
        queueId: id.optional(),
        /** Of a call, to a colleague: he is asked first while the customer is held (row K1). */
        isWarm: z.boolean().default(false),
        reason: requiredText(limits.reason),
      })
      .refine(({ isWarm, operatorId }) => !isWarm || operatorId !== undefined, {
        message: 'only a colleague can be asked first',
        path: ['isWarm'],
      })
      .refine(({ operatorId, groupId, queueId }) => [operatorId, groupId, queueId].filter(Boolean).length === 1, {
        message: 'operatorId, groupId or queueId',
        path: ['operatorId'],
      }),
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  withdrawTransfer: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/transfer/withdraw',
    access: 'queues.view',
    summary: 'Asks the colleague no more; the task stays.',
    params: activityId,
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'OFFER_OVER'],
  }),
  completeTransfer: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/transfer/complete',
    access: 'tasks.handle',
    summary: 'Hands the call to the colleague whom one has asked; one’s own part of it is over.',
    params: activityId,
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'OFFER_OVER'],
  }),
  saveWrapUp: endpoint({
    method: 'PUT',
    path: '/api/activities/:activityId/wrap-up',
    access: 'tasks.handle',
    summary: 'Keeps what is chosen and typed in a wrap-up so far; when its time is up this is recorded.',
    params: activityId,
    body: wrapUpFields,
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  extendWrapUp: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/wrap-up/more',
    access: 'tasks.handle',
    summary: 'More time for a wrap-up: its queue’s limit again, three limits in all at most.',
    params: activityId,
    response: activityDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  finishWrapUp: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/wrap-up/done',
    access: 'tasks.handle',
    summary: 'Records outcome and comment of a talk and frees its operator; the request stays open.',
    params: activityId,
    body: wrapUpFields.extend({ outcome: z.string().min(1).max(64) }),
    response: activityDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  endActivity: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/end',
    access: 'tasks.handle',
    summary: 'Ends the talk without closing the request; its operator wraps it up where the queue says so.',
    params: activityId,
    response: activityDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
}
