import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, pageOf, pageQuery } from '../entities/common.ts'
import {
  figurePeriods,
  figureRow,
  liveQueues,
  liveToday,
  numbers,
  operatorFigures,
  queueFigures,
} from '../entities/live-queues.ts'
import { awayReason, presence } from '../entities/operator.ts'

export const liveQueuesApi = {
  getLiveQueues: endpoint({
    method: 'GET',
    path: '/api/live-queues',
    access: 'queues.view',
    summary: 'Queues, operators and waiting work as they are now: own queues, all with requests.viewAll.',
    response: liveQueues,
  }),
  getLiveToday: endpoint({
    method: 'GET',
    path: '/api/live-queues/today',
    access: 'queues.view',
    summary: 'Waits by half-hour and new requests by hour and medium, today.',
    query: z.object({ queueId: id.optional() }),
    response: liveToday,
  }),
  setOperatorPresence: endpoint({
    method: 'PUT',
    path: '/api/operators/:operatorId/presence',
    access: 'operators.managePresence',
    summary: 'Changes the presence of an operator who is there; he is told by whom.',
    params: z.object({ operatorId: id }),
    body: z
      .object({ chosen: z.enum(['available', 'busy', 'away']), awayReason: awayReason.nullable().default(null) })
      .refine((value) => value.chosen !== 'away' || value.awayReason !== null, {
        message: 'away needs a reason',
        path: ['awayReason'],
      }),
    response: presence,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  getNumbers: endpoint({
    method: 'GET',
    path: '/api/numbers',
    access: 'signedIn',
    summary:
      'Closed, first response, handling time and ratings, today and in 30 days: own, of anybody with numbers.viewAll.',
    query: z.object({ operatorId: id.optional() }),
    response: numbers,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  listFigureRequests: endpoint({
    method: 'GET',
    path: '/api/figures/requests',
    access: 'signedIn',
    summary: 'The requests behind a figure, latest first: an operator’s, or with `queueId` a queue’s of today.',
    query: z.object({
      ...pageQuery,
      figure: z.enum([...operatorFigures, ...queueFigures]),
      period: z.enum(figurePeriods).default('today'),
      operatorId: id.optional(),
      queueId: id.optional(),
    }),
    response: pageOf(figureRow).extend({ total: z.number().int() }),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
}
