import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { attachment } from '../entities/activity.ts'
import { done, id, language, pageOf, pageQuery } from '../entities/common.ts'
import {
  importReport,
  newQuickReply,
  quickReply,
  quickReplyPatch,
  replyFileFormats,
  replyScopes,
} from '../entities/quick-reply.ts'

const quickReplyId = z.object({ quickReplyId: id })
const file = z.object({ format: z.enum(replyFileFormats), scope: z.enum(replyScopes) })

export const quickRepliesApi = {
  listQuickReplies: endpoint({
    method: 'GET',
    path: '/api/quick-replies',
    access: 'signedIn',
    summary: 'Own and shared quick replies in order of shortcut; with `search` those that have its words, best first.',
    query: z.object({
      ...pageQuery,
      search: z.string().max(limits.search).default(''),
      scope: z.enum(replyScopes).optional(),
      group: z.string().max(limits.quickReply.group).optional(),
      language: language.optional(),
    }),
    /** `groups`: every group there is, for filters and as suggestions. */
    response: pageOf(quickReply).extend({ groups: z.array(z.string()) }),
    errors: ['FORBIDDEN'],
  }),
  addQuickReply: endpoint({
    method: 'POST',
    path: '/api/quick-replies',
    access: 'signedIn',
    summary: 'Makes a quick reply, own or shared. Unknown variables are refused.',
    body: newQuickReply,
    response: quickReply,
    errors: ['FORBIDDEN', 'SHORTCUT_TAKEN', 'NOT_ALLOWED_NOW'],
  }),
  editQuickReply: endpoint({
    method: 'PATCH',
    path: '/api/quick-replies/:quickReplyId',
    access: 'signedIn',
    needsVersion: true,
    summary: 'Changes the fields given; refused with what changed and by whom when somebody was faster (rule 4).',
    params: quickReplyId,
    body: quickReplyPatch,
    response: quickReply,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'SHORTCUT_TAKEN'],
  }),
  deleteQuickReply: endpoint({
    method: 'DELETE',
    path: '/api/quick-replies/:quickReplyId',
    access: 'signedIn',
    summary: 'Takes a quick reply away; it can be restored for a day.',
    params: quickReplyId,
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  restoreQuickReply: endpoint({
    method: 'POST',
    path: '/api/quick-replies/:quickReplyId/restore',
    access: 'signedIn',
    summary: 'Brings a deleted quick reply back, unless its shortcut is taken by now.',
    params: quickReplyId,
    response: quickReply,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'SHORTCUT_TAKEN', 'NOT_ALLOWED_NOW'],
  }),
  useQuickReply: endpoint({
    method: 'POST',
    path: '/api/quick-replies/:quickReplyId/use',
    access: 'signedIn',
    summary: 'Counts that it was put into a message and answers copies of its files, to be sent as one’s own uploads.',
    params: quickReplyId,
    response: z.object({ attachments: z.array(attachment) }),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  uploadQuickReplyFile: endpoint({
    method: 'POST',
    path: '/api/quick-replies/files',
    access: 'signedIn',
    raw: 'upload',
    summary: 'Uploads one attachment (raw body, at most 25 MB) for a quick reply.',
    query: z.object({ name: z.string().min(1).max(limits.fileName) }),
    response: attachment,
    errors: ['FORBIDDEN', 'FILE_TYPE_REFUSED', 'TOO_LARGE'],
  }),
  getQuickReplyFile: endpoint({
    method: 'GET',
    path: '/api/quick-replies/:quickReplyId/files/:fileId',
    access: 'signedIn',
    raw: 'download',
    summary: 'The bytes of an attachment of a quick reply, with safe headers.',
    params: z.object({ quickReplyId: id, fileId: id }),
    response: z.unknown(),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  exportQuickReplies: endpoint({
    method: 'GET',
    path: '/api/quick-replies/export',
    access: 'signedIn',
    raw: 'download',
    summary: 'Own or shared quick replies as a file that can be imported again; without attachments.',
    query: file,
    response: z.unknown(),
    errors: ['FORBIDDEN'],
  }),
  previewQuickReplies: endpoint({
    method: 'POST',
    path: '/api/quick-replies/import/preview',
    access: 'signedIn',
    raw: 'upload',
    summary: 'Says line by line what importing this file would add, change and refuse; changes nothing.',
    query: file,
    response: importReport,
    errors: ['FORBIDDEN', 'TOO_LARGE'],
  }),
  importQuickReplies: endpoint({
    method: 'POST',
    path: '/api/quick-replies/import',
    access: 'signedIn',
    raw: 'upload',
    summary: 'Adds and changes quick replies by shortcut, all good lines at once; refused lines are left out.',
    query: file,
    response: importReport,
    errors: ['FORBIDDEN', 'TOO_LARGE'],
  }),
  // After the other addresses of this length: it takes any word for an id.
  getQuickReply: endpoint({
    method: 'GET',
    path: '/api/quick-replies/:quickReplyId',
    access: 'signedIn',
    summary: 'One of the own or shared quick replies.',
    params: quickReplyId,
    response: quickReply,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
}
