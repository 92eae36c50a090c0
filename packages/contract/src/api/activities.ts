import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { activityDetails, attachment, comment, marks, message, newMarks, newMessage } from '../entities/activity.ts'
import { id, requiredText } from '../entities/common.ts'

const activityId = z.object({ activityId: id })

export const activitiesApi = {
  getActivity: endpoint({
    method: 'GET', path: '/api/activities/:activityId', access: 'requests.view', summary: 'One activity with marks and abilities.',
    params: activityId, response: activityDetails, errors: ['NOT_FOUND'],
  }),
  listMessages: endpoint({
    method: 'GET', path: '/api/activities/:activityId/messages', access: 'requests.view',
    summary: 'A stretch of the thread in order of seq: the last ones, those before, or those after a seq.',
    params: activityId,
    query: z.object({
      beforeSeq: z.coerce.number().int().positive().optional(),
      afterSeq: z.coerce.number().int().nonnegative().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(60),
    }),
    response: z.object({ items: z.array(message), hasEarlier: z.boolean(), hasLater: z.boolean(), marks }),
    errors: ['NOT_FOUND'],
  }),
  sendMessage: endpoint({
    method: 'POST', path: '/api/activities/:activityId/messages', access: 'tasks.handle', overSocket: true,
    summary: 'Answers the customer. Idempotent by clientMessageId.',
    params: activityId, body: newMessage, response: message, errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  setMarks: endpoint({
    method: 'POST', path: '/api/activities/:activityId/marks', access: 'tasks.handle', overSocket: true,
    summary: 'Says how far the operator has received and read the thread; marks never go back.',
    params: activityId, body: newMarks, response: marks, errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  setTags: endpoint({
    method: 'PUT', path: '/api/activities/:activityId/tags', access: 'requests.edit', needsVersion: true,
    summary: 'Replaces the tags (at most 50, 50 characters each, unique).',
    params: activityId, body: z.object({ tags: z.array(requiredText(limits.tag)).max(limits.tagsPerActivity) }),
    response: activityDetails, errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT'],
  }),
  moveActivity: endpoint({
    method: 'POST', path: '/api/activities/:activityId/move', access: 'requests.edit',
    summary: 'Moves the activity to another open request of the customer, or to a new one (rule 3).',
    params: activityId, body: z.object({ requestId: id.nullable() }), response: activityDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  suggestTags: endpoint({
    method: 'GET', path: '/api/tags', access: 'requests.view', summary: 'Known tags that begin with the words typed so far.',
    query: z.object({ search: z.string().max(limits.tag).default('') }), response: z.object({ items: z.array(z.string()) }),
  }),
  listComments: endpoint({
    method: 'GET', path: '/api/activities/:activityId/comments', access: 'requests.view',
    summary: 'Comments of one activity, oldest first; customers never see them.',
    params: activityId,
    query: z.object({ before: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
    response: z.object({ items: z.array(comment), hasEarlier: z.boolean() }), errors: ['NOT_FOUND'],
  }),
  addComment: endpoint({
    method: 'POST', path: '/api/activities/:activityId/comments', access: 'comments.write',
    summary: 'Adds a comment for the team. Idempotent by clientCommentId.',
    params: activityId, body: z.object({ clientCommentId: z.string().min(8).max(64), text: requiredText(limits.comment) }),
    response: comment, errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  uploadFile: endpoint({
    method: 'POST', path: '/api/files', access: 'tasks.handle', raw: 'upload',
    summary: 'Uploads one attachment (raw body, at most 25 MB) for a message to this activity.',
    query: z.object({ name: z.string().min(1).max(limits.fileName), activityId: id }),
    response: attachment, errors: ['NOT_FOUND', 'FILE_TYPE_REFUSED', 'TOO_LARGE'],
  }),
  getFile: endpoint({
    method: 'GET', path: '/api/files/:fileId', access: 'requests.view', raw: 'download',
    summary: 'The bytes of an attachment, with safe headers.', params: z.object({ fileId: id }),
    response: z.unknown(), errors: ['NOT_FOUND'],
  }),
}
