import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, pageOf, pageQuery, requiredText, text } from '../entities/common.ts'
import { newCustomer } from '../entities/customer.ts'
import { historyLine, priority, requestDetails, requestPatch, requestRow, stageCategory } from '../entities/request.ts'

const requestId = z.object({ requestId: id })

export const requestsApi = {
  listRequests: endpoint({
    method: 'GET',
    path: '/api/requests',
    access: 'requests.view',
    summary: 'Requests that one may see, latest update first.',
    query: z.object({
      ...pageQuery,
      customerId: id.optional(),
      category: stageCategory.optional(),
      mine: z.stringbool().optional(),
    }),
    response: pageOf(requestRow),
  }),
  getRequest: endpoint({
    method: 'GET',
    path: '/api/requests/:requestId',
    access: 'requests.view',
    summary: 'One request with stages, outcomes and abilities.',
    params: requestId,
    response: requestDetails,
    errors: ['NOT_FOUND'],
  }),
  addRequest: endpoint({
    method: 'POST',
    path: '/api/requests',
    access: 'requests.create',
    summary:
      'Makes a request for a known or a new customer; the maker is its assignee unless a queue is named (rule 7).',
    body: z
      .object({
        customerId: id.optional(),
        newCustomer: newCustomer.optional(),
        title: requiredText(limits.requestTitle),
        description: text(limits.description).default(''),
        priority: priority.default('normal'),
        typeId: id.optional(),
        queueId: id.optional(),
      })
      .refine((value) => Boolean(value.customerId) !== Boolean(value.newCustomer), {
        message: 'customerId or newCustomer',
        path: ['customerId'],
      }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'EMAIL_TAKEN', 'PHONE_INVALID'],
  }),
  editRequest: endpoint({
    method: 'PATCH',
    path: '/api/requests/:requestId',
    access: 'requests.edit',
    needsVersion: true,
    summary: 'Changes the fields given; refused with what changed and by whom when somebody was faster (rule 4).',
    params: requestId,
    body: requestPatch,
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'NOT_ALLOWED_NOW'],
  }),
  moveStage: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/stage',
    access: 'requests.edit',
    summary: 'Moves to another stage that the type’s workflow allows; closing goes through close.',
    params: requestId,
    body: z.object({ stage: z.string().max(64) }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'CONFLICT'],
  }),
  assignRequest: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/assign',
    access: 'requests.edit',
    summary:
      'Gives the request to an operator, or with null back to its queue. Others than oneself need requests.assign.',
    params: requestId,
    body: z.object({ operatorId: id.nullable() }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'CONFLICT'],
  }),
  closeRequest: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/close',
    access: 'requests.close',
    summary: 'Closes with an outcome and ends the activities in progress (rule 11).',
    params: requestId,
    body: z.object({
      outcome: z.string().min(1).max(64),
      note: text(limits.outcomeNote).default(''),
      askForRating: z.boolean().default(true),
    }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'CONFLICT'],
  }),
  reopenRequest: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/reopen',
    access: 'requests.close',
    summary: 'Opens a closed request again.',
    params: requestId,
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  keepOpen: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/keep-open',
    access: 'requests.edit',
    summary: 'Restarts the auto-close clock.',
    params: requestId,
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  getHistory: endpoint({
    method: 'GET',
    path: '/api/requests/:requestId/history',
    access: 'requests.view',
    summary: 'Every change: who, when, from, to; latest first.',
    params: requestId,
    query: z.object(pageQuery),
    response: pageOf(historyLine),
    errors: ['NOT_FOUND'],
  }),
}
