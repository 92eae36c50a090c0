import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { attachment, marks, message, newMarks, newMessage, seqQuery } from '../../entities/activity.ts'
import { done, id, language, pageOf, pageQuery } from '../../entities/common.ts'
import { publicCallbacksApi } from './callbacks.ts'
import { earlierChat, leaveMessage, newRating, startChat, widgetChat, widgetSession } from '../../entities/widget.ts'

/** Everything a widget may call. A visitor's token never opens an operator's endpoint, and the reverse. */
export const widgetApi = {
  openWidget: endpoint({
    method: 'POST',
    path: '/api/widget/session',
    access: 'public',
    summary:
      'Starts or resumes a visitor: configuration, the current chat and its last messages in one answer. With a signed identity he is that customer on each of his devices.',
    body: z.object({
      siteKey: z.string().min(1).max(64),
      token: z.string().max(100).optional(),
      language: language.optional(),
      /**
       * The token that the host page's server signed: a compact JWT (RFC 7519), HS256, with `kid`, `sub` and `exp`. Empty:
       * nobody is signed in there, a session that was is over. Absent: the page says nothing about it.
       */
      identity: z.string().max(65_536).optional(),
    }),
    response: widgetSession,
    errors: ['NOT_FOUND', 'FOREIGN_ORIGIN', 'SENDER_BLOCKED'],
  }),
  startChat: endpoint({
    method: 'POST',
    path: '/api/widget/chat',
    access: 'visitor',
    summary: 'The first message of a chat; makes or finds the request. Idempotent by clientMessageId.',
    body: startChat,
    response: z.object({ chat: widgetChat, message }),
  }),
  sendWidgetMessage: endpoint({
    method: 'POST',
    path: '/api/widget/chat/messages',
    access: 'visitor',
    overSocket: true,
    summary: 'A further message of the visitor’s chat. Idempotent by clientMessageId.',
    body: newMessage,
    response: message,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  listWidgetMessages: endpoint({
    method: 'GET',
    path: '/api/widget/chat/messages',
    access: 'visitor',
    overSocket: true,
    summary: 'Messages of the visitor’s chat before or after a seq.',
    query: z.object({
      ...seqQuery,
      limit: z.coerce.number().int().min(1).max(100).default(60),
    }),
    response: z.object({ items: z.array(message), hasEarlier: z.boolean(), chat: widgetChat.nullable() }),
  }),
  listEarlierChats: endpoint({
    method: 'GET',
    path: '/api/widget/chats',
    access: 'visitor',
    summary: 'Talks of a signed visitor that are over, latest first; empty for one who has proven nothing.',
    query: z.object(pageQuery),
    response: pageOf(earlierChat),
  }),
  listEarlierMessages: endpoint({
    method: 'GET',
    path: '/api/widget/chats/:activityId/messages',
    access: 'visitor',
    summary: 'Messages of such a talk, the latest or those before a seq; NOT_FOUND for one who has proven nothing.',
    params: z.object({ activityId: id }),
    query: z.object({ beforeSeq: seqQuery.beforeSeq, limit: z.coerce.number().int().min(1).max(100).default(60) }),
    response: z.object({ items: z.array(message), hasEarlier: z.boolean() }),
    errors: ['NOT_FOUND'],
  }),
  setWidgetMarks: endpoint({
    method: 'POST',
    path: '/api/widget/chat/marks',
    access: 'visitor',
    overSocket: true,
    summary: 'Says how far the visitor has received and read.',
    body: newMarks,
    response: marks,
    errors: ['NOT_FOUND'],
  }),
  leaveChat: endpoint({
    method: 'POST',
    path: '/api/widget/chat/end',
    access: 'visitor',
    summary: 'The visitor ends the chat or leaves the line.',
    response: widgetChat,
    errors: ['NOT_FOUND'],
  }),
  rateChat: endpoint({
    method: 'POST',
    path: '/api/widget/chat/rating',
    access: 'visitor',
    summary: 'Rates the ended chat, once (rule 44).',
    body: newRating,
    response: widgetChat,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  leaveMessage: endpoint({
    method: 'POST',
    path: '/api/widget/messages',
    access: 'visitor',
    summary: 'Out of hours: leaves a message that becomes a form activity in the queue.',
    body: leaveMessage,
    response: done,
  }),
  ...publicCallbacksApi,
  uploadWidgetFile: endpoint({
    method: 'POST',
    path: '/api/widget/files',
    access: 'visitor',
    raw: 'upload',
    summary: 'Uploads one attachment (raw body, at most 25 MB).',
    query: z.object({ name: z.string().min(1).max(limits.fileName) }),
    response: attachment,
    errors: ['FILE_TYPE_REFUSED', 'TOO_LARGE'],
  }),
  getWidgetFile: endpoint({
    method: 'GET',
    path: '/api/widget/files/:fileId',
    access: 'visitor',
    raw: 'download',
    summary: 'The bytes of an attachment of the visitor’s own chats; the token may stand in the query for images.',
    params: z.object({ fileId: id }),
    query: z.object({ token: z.string().max(100).optional() }),
    response: z.unknown(),
    errors: ['NOT_FOUND'],
  }),
}
