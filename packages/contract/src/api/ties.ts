import { chosenLinkKinds, limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, requiredText } from '../entities/common.ts'
import { requestDetails } from '../entities/request.ts'
import { requestActivity, requestPlace, requestTies, tiedRequest } from '../entities/ties.ts'

const requestId = z.object({ requestId: id })

export const tiesApi = {
  getRequestTies: endpoint({
    method: 'GET',
    path: '/api/requests/:requestId/ties',
    access: 'requests.view',
    summary: 'What the request is tied to: parent, parts, links, and requests merged into it.',
    params: requestId,
    response: requestTies,
    errors: ['NOT_FOUND'],
  }),
  listTieCandidates: endpoint({
    method: 'GET',
    path: '/api/requests/:requestId/tie-candidates',
    access: 'requests.view',
    summary: 'Other requests of the customer by words of the title or a number, any request by its whole number.',
    params: requestId,
    query: z.object({
      search: z.string().max(limits.search).default(''),
      /** Only what may be merged with it: open ones of the same customer. */
      forMerge: z.stringbool().default(false),
    }),
    response: z.object({ items: z.array(tiedRequest) }),
    errors: ['NOT_FOUND'],
  }),
  listRequestActivities: endpoint({
    method: 'GET',
    path: '/api/requests/:requestId/activities',
    access: 'requests.view',
    summary: 'The latest 200 activities of a request, with which of them one may move.',
    params: requestId,
    response: z.object({ items: z.array(requestActivity) }),
    errors: ['NOT_FOUND'],
  }),
  locateRequest: endpoint({
    method: 'GET',
    path: '/api/request-place',
    access: 'requests.view',
    summary: 'Finds a request by number or id; one that was merged leads to the request it was merged into.',
    query: z
      .object({
        number: z.coerce
          .number()
          .int()
          .min(1)
          .max(2 ** 31 - 1)
          .optional(),
        requestId: id.optional(),
      })
      .refine((value) => (value.number === undefined) !== (value.requestId === undefined), {
        message: 'number or requestId',
        path: ['number'],
      }),
    response: requestPlace,
    errors: ['NOT_FOUND'],
  }),
  mergeRequests: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/merge',
    access: 'requests.edit',
    summary:
      'Merges this request into another open one of the customer; its number leads there from then on (rule 25).',
    params: requestId,
    body: z.object({ targetId: id }),
    response: z.object({ mergeId: id, request: requestDetails }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'CONFLICT'],
  }),
  undoRequestMerge: endpoint({
    method: 'POST',
    path: '/api/request-merges/:mergeId/undo',
    access: 'requests.edit',
    summary: 'Takes a merged request out again with its activities; what came since stays.',
    params: z.object({ mergeId: id }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'CONFLICT'],
  }),
  splitRequest: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/split',
    access: 'requests.edit',
    summary: 'Makes a new request of some of the activities, linked to this one.',
    params: requestId,
    body: z.object({
      activityIds: z.array(id).min(1).max(limits.splitActivities),
      title: requiredText(limits.requestTitle),
    }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  linkRequest: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/links',
    access: 'requests.edit',
    summary: 'Links the request with another one; both show it.',
    params: requestId,
    body: z.object({ otherId: id, kind: z.enum(chosenLinkKinds) }),
    response: requestTies,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  unlinkRequest: endpoint({
    method: 'DELETE',
    path: '/api/requests/:requestId/links/:linkId',
    access: 'requests.edit',
    summary: 'Takes a link away.',
    params: z.object({ requestId: id, linkId: id }),
    response: requestTies,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  setParent: endpoint({
    method: 'PUT',
    path: '/api/requests/:requestId/parent',
    access: 'requests.edit',
    summary: 'Makes the request a part of another one, or with null of none. Circles are refused.',
    params: requestId,
    body: z.object({ parentId: id.nullable() }),
    response: requestTies,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'CONFLICT'],
  }),
}
