import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bulkAction, bulkItem, bulkItemState, bulkPreview, bulkRun, bulkSelection } from '../entities/bulk.ts'
import { id, pageOf, pageQuery } from '../entities/common.ts'

const runId = z.object({ runId: id })

/** The same done to many requests; one's own runs only. */
export const bulkApi = {
  previewBulk: endpoint({
    method: 'POST',
    path: '/api/bulk/preview',
    access: 'requests.edit',
    summary: 'How many requests a selection is, of which types; changes nothing.',
    takesMany: true,
    body: z.object({ selection: bulkSelection }),
    response: bulkPreview,
  }),
  startBulk: endpoint({
    method: 'POST',
    path: '/api/bulk',
    access: 'requests.edit',
    summary:
      'Begins to do the same to many requests, at most 10,000, one after the other with one’s own rights; each has its own result.',
    takesMany: true,
    body: z.object({ selection: bulkSelection, actions: z.array(bulkAction).min(1).max(limits.macroSteps) }),
    response: bulkRun,
    errors: ['NOT_ALLOWED_NOW', 'TOO_LARGE'],
  }),
  listBulkRuns: endpoint({
    method: 'GET',
    path: '/api/bulk',
    access: 'requests.edit',
    summary: 'One’s own runs, latest first.',
    query: z.object(pageQuery),
    response: pageOf(bulkRun),
  }),
  getBulkRun: endpoint({
    method: 'GET',
    path: '/api/bulk/:runId',
    access: 'requests.edit',
    summary: 'How far a run is.',
    params: runId,
    response: bulkRun,
    errors: ['NOT_FOUND'],
  }),
  listBulkItems: endpoint({
    method: 'GET',
    path: '/api/bulk/:runId/items',
    access: 'requests.edit',
    summary: 'What came of it at each request, in the order in which they were done.',
    params: runId,
    query: z.object({ ...pageQuery, state: bulkItemState.optional() }),
    response: pageOf(bulkItem),
    errors: ['NOT_FOUND'],
  }),
  stopBulk: endpoint({
    method: 'POST',
    path: '/api/bulk/:runId/stop',
    access: 'requests.edit',
    summary: 'Leaves what is not yet done as it is; what is done stays done.',
    params: runId,
    response: bulkRun,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  undoBulk: endpoint({
    method: 'POST',
    path: '/api/bulk/:runId/undo',
    access: 'requests.edit',
    summary: 'Puts back what the run has changed, for a day; what has changed since is left alone and says so.',
    params: runId,
    response: bulkRun,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
}
