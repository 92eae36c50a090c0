import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id, instant, pageOf, pageQuery, requiredText, text } from '../entities/common.ts'
import { newCustomer } from '../entities/customer.ts'
import { attributes } from '../entities/field.ts'
import {
  historyKinds,
  historyLine,
  priority,
  requestDetails,
  requestPatch,
  snoozedRequest,
} from '../entities/request.ts'

const requestId = z.object({ requestId: id })

export const requestsApi = {
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
        locationId: id.optional(),
        /** Of the type's own fields; one that is always required must be there (row J3). */
        attributes: attributes.default({}),
      })
      .refine((value) => Boolean(value.customerId) !== Boolean(value.newCustomer), {
        message: 'customerId or newCustomer',
        path: ['customerId'],
      }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'EMAIL_TAKEN', 'PHONE_INVALID', 'FIELDS_REQUIRED'],
  }),
  undoChange: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/undo',
    access: 'requests.view',
    summary: 'Puts back what an own call has just changed in the request and its activities: all of it or nothing.',
    params: requestId,
    body: z.object({ change: z.string().regex(/^[\w-]{8,64}$/) }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
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
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'FIELDS_REQUIRED'],
  }),
  setPriority: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/priority',
    access: 'requests.edit',
    summary: 'Chooses the priority, whatever it was; its waiting work changes place in the queue at once.',
    params: requestId,
    body: z.object({ priority }),
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'NOT_ALLOWED_NOW'],
  }),
  moveToQueue: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/queue',
    access: 'requests.edit',
    summary:
      'Into another queue with everything of it that waits or rings; what is in progress stays with its operator.',
    params: requestId,
    body: z.object({ queueId: id }),
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'NOT_ALLOWED_NOW'],
  }),
  moveStage: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/stage',
    access: 'requests.edit',
    summary:
      'Moves to another stage that the type’s workflow allows, with the fields that it asks for: all of it or nothing. Closing goes through close.',
    params: requestId,
    body: z.object({ stage: z.string().max(64), attributes: attributes.default({}) }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'CONFLICT', 'FIELDS_REQUIRED'],
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
    summary:
      'Closes with an outcome and the fields that closing asks for, and ends the activities in progress (rule 11).',
    params: requestId,
    body: z.object({
      outcome: z.string().min(1).max(64),
      /** One of several closed stages; else the first that the workflow leads to. */
      stage: z.string().max(64).optional(),
      attributes: attributes.default({}),
      note: text(limits.outcomeNote).default(''),
      askForRating: z.boolean().default(true),
      /** Else a request with open parts is refused with details.problem OPEN_PARTS and their number. */
      withOpenParts: z.boolean().default(false),
    }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'CONFLICT', 'FIELDS_REQUIRED'],
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
  snoozeRequest: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/snooze',
    access: 'requests.edit',
    summary: 'Puts the request aside until a time or the customer’s answer; again while it sleeps changes the time.',
    params: requestId,
    body: z.object({ until: instant, wakesOnAnswer: z.boolean().default(true) }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  wakeRequest: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/wake',
    access: 'requests.edit',
    summary: 'Ends the snooze.',
    params: requestId,
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  listSnoozed: endpoint({
    method: 'GET',
    path: '/api/snoozed',
    access: 'requests.view',
    summary: 'What one has put aside, next to come back first.',
    query: z.object(pageQuery),
    response: pageOf(snoozedRequest),
  }),
  followRequest: endpoint({
    method: 'POST',
    path: '/api/requests/:requestId/followers',
    access: 'requests.view',
    summary: 'Makes oneself, or who may change it a colleague who sees it, a follower.',
    params: requestId,
    body: z.object({ operatorId: id }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  unfollowRequest: endpoint({
    method: 'DELETE',
    path: '/api/requests/:requestId/followers/:operatorId',
    access: 'requests.view',
    summary: 'Takes a follower off.',
    params: requestId.extend({ operatorId: id }),
    response: requestDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  getHistory: endpoint({
    method: 'GET',
    path: '/api/requests/:requestId/history',
    access: 'requests.view',
    summary: 'Every change: who, when, from, to; latest first.',
    params: requestId,
    query: z.object({
      ...pageQuery,
      kind: z.enum(historyKinds).optional(),
      /** By this operator only. */
      operatorId: id.optional(),
    }),
    response: pageOf(historyLine),
    errors: ['NOT_FOUND'],
  }),
}
