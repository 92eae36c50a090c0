import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { awayReason, operator, presence } from '../entities/operator.ts'
import { pageOf, pageQuery } from '../entities/common.ts'

export const presenceApi = {
  setPresence: endpoint({
    method: 'PUT',
    path: '/api/presence',
    access: 'tasks.handle',
    summary: 'Chooses the own presence; away needs a reason.',
    body: z
      .object({ chosen: z.enum(['available', 'busy', 'away']), awayReason: awayReason.nullable().default(null) })
      .refine((value) => value.chosen !== 'away' || value.awayReason !== null, {
        message: 'away needs a reason',
        path: ['awayReason'],
      }),
    response: presence,
  }),
  listOperators: endpoint({
    method: 'GET',
    path: '/api/operators',
    access: 'operators.view',
    summary: 'Colleagues with what they are just now, by name; closed accounts only for who sets accounts up.',
    query: z.object({ ...pageQuery, which: z.enum(['active', 'closed']).default('active') }),
    response: pageOf(operator),
  }),
}
