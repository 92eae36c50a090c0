import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { asJson, cursor, id, instant, pageQuery, requiredText } from '../entities/common.ts'
import { listedRequest } from '../entities/request.ts'
import { snippet } from '../entities/snippet.ts'
import { listLayout, requestFilter, requestSort } from '../entities/request-filter.ts'

const what = {
  /** JSON of a `RequestFilter`. */
  filter: asJson(requestFilter).optional(),
  /** When the caller's day ends, for what is due today; a day from now when absent. */
  dayEndsAt: z.coerce.number().pipe(instant).optional(),
}

/** Lists of requests: filtered, sorted, counted. */
export const listsApi = {
  listRequests: endpoint({
    method: 'GET',
    path: '/api/requests',
    access: 'requests.view',
    summary: 'Requests that one may see, filtered and sorted; `filter` and `sort` are JSON.',
    query: z.object({ ...pageQuery, ...what, sort: asJson(requestSort).optional() }),
    response: z.object({
      items: z.array(listedRequest),
      nextCursor: cursor.nullable(),
      /** It stopped looking before the page was full, so that nobody waits; the next page goes on from there. */
      isUnfinished: z.boolean(),
    }),
  }),
  countRequests: endpoint({
    method: 'GET',
    path: '/api/requests/count',
    access: 'requests.view',
    summary: 'How many requests a filter finds of those one may see; exact up to 1,000, some seconds late.',
    query: z.object(what),
    response: z.object({
      count: z.number().int(),
      /** There are more than `count`. */
      isMore: z.boolean(),
    }),
  }),
  listSnippets: endpoint({
    method: 'GET',
    path: '/api/requests/snippets',
    access: 'requests.view',
    summary: 'Where words were found in some requests: the best place of each, with what is around it.',
    query: z.object({
      words: requiredText(limits.search),
      /** JSON of ids, 30 at most; those that one does not see are left out. */
      ids: asJson(z.array(id).min(1).max(30), 3_000),
    }),
    response: z.object({ items: z.array(snippet) }),
  }),
  getListLayout: endpoint({
    method: 'GET',
    path: '/api/lists/layout',
    access: 'requests.view',
    summary: 'The columns that one has chosen for All requests; null = none chosen yet.',
    response: z.object({ columns: listLayout.nullable() }),
  }),
  setListLayout: endpoint({
    method: 'PUT',
    path: '/api/lists/layout',
    access: 'requests.view',
    summary: 'Keeps the chosen columns, their order and widths.',
    body: z.object({ columns: listLayout }),
    response: z.object({ columns: listLayout.nullable() }),
  }),
}
