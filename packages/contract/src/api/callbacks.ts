import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { callback, newAttempt, newCallback } from '../entities/callback.ts'
import { chosenInstant, id } from '../entities/common.ts'

const activityId = z.object({ activityId: id })

export const callbacksApi = {
  getCallback: endpoint({
    method: 'GET',
    path: '/api/callbacks/:activityId',
    access: 'requests.view',
    summary: 'A call back: its number, its time, its tries. The activity itself is got as any.',
    params: activityId,
    response: callback,
    errors: ['NOT_FOUND'],
  }),
  planCallback: endpoint({
    method: 'POST',
    path: '/api/callbacks',
    access: 'requests.create',
    summary: 'Plans a call back to a customer; at its time it goes into its queue and is routed as any work (row K4).',
    body: newCallback,
    response: callback,
    errors: ['NOT_FOUND', 'PHONE_INVALID', 'NOT_ALLOWED_NOW'],
  }),
  noteAttempt: endpoint({
    method: 'POST',
    path: '/api/callbacks/:activityId/attempts',
    access: 'tasks.handle',
    summary:
      'Notes how a try went: reached or a wrong number ends it, else it is tried again, three times at most. ALREADY_TAKEN when somebody has noted this try.',
    params: activityId,
    body: newAttempt,
    response: callback,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'ALREADY_TAKEN'],
  }),
  moveCallback: endpoint({
    method: 'POST',
    path: '/api/callbacks/:activityId/move',
    access: 'requests.edit',
    summary: 'Another time, while nobody is calling.',
    params: activityId,
    body: z.object({ at: chosenInstant }),
    response: callback,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  cancelCallback: endpoint({
    method: 'POST',
    path: '/api/callbacks/:activityId/cancel',
    access: 'requests.edit',
    summary: 'Nobody is to call any more. Saying it again changes nothing.',
    params: activityId,
    response: callback,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  linkCallback: endpoint({
    method: 'POST',
    path: '/api/callbacks/:activityId/link',
    access: 'requests.edit',
    summary: 'A new token by which the customer moves or cancels it himself; the one before opens nothing any more.',
    params: activityId,
    response: z.object({ token: z.string() }),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
}
