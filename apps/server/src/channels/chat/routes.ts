import { AppError, notFound } from '../../kernel/app-error.ts'
import { type Call, type Handlers, optionsOf } from '../../kernel/handler.ts'
import type { Services } from '../../kernel/services.ts'
import { findActivity, forCustomer, messagesOf, receiveMessage, setMarks } from '../../modules/activities/index.ts'
import { refuseBlocked } from '../../modules/blocked-senders/index.ts'
import { findFile, receiveFile, sendFile } from '../../modules/files/index.ts'
import { refuseKnocking } from '../refuse-knocking.ts'
import { callbackLinkHandlers } from './callback-routes.ts'
import { leaveChat } from './commands/leave-chat.ts'
import { rateChat } from './commands/rate-chat.ts'
import { leaveMessage, startChat } from './commands/start-chat.ts'
import { openWidget } from './open-widget.ts'
import { listEarlierChats, requireEarlierChat } from './queries/earlier-chats.ts'
import { looksBack, shownChat } from './queries/widget-chat.ts'

type WidgetEndpoints =
  | 'openWidget'
  | 'startChat'
  | 'sendWidgetMessage'
  | 'listWidgetMessages'
  | 'listEarlierChats'
  | 'listEarlierMessages'
  | 'setWidgetMarks'
  | 'leaveChat'
  | 'rateChat'
  | 'leaveMessage'
  | keyof typeof callbackLinkHandlers
  | 'uploadWidgetFile'
  | 'getWidgetFile'

/** All that his first words tell of him. */
const knocking = ({ actor, body, http }: Call<'startChat' | 'leaveMessage'>) => ({
  actor,
  email: body.email,
  address: http?.address,
})

async function chatOf(services: Services, visitorId: string) {
  const chat = await shownChat(services, visitorId)
  if (!chat) throw notFound('chat')
  return chat
}

export const chatHandlers: Handlers<WidgetEndpoints> = {
  ...callbackLinkHandlers,
  openWidget,
  async startChat(call, services) {
    await refuseKnocking(services, knocking(call))
    const message = await services.execute(startChat, call.actor, call.body, { requestId: call.requestId })
    return { message: forCustomer(message), chat: await chatOf(services, call.actor.id) }
  },
  async sendWidgetMessage({ actor, body, requestId, socketId }, { execute }) {
    // Of his row alone: this stands before every message.
    if (actor.isBlocked) throw new AppError('SENDER_BLOCKED')
    return forCustomer(await execute(receiveMessage, actor, body, { requestId, socketId }))
  },
  async listWidgetMessages({ actor, query }, services) {
    const chat = await shownChat(services, actor.id)
    if (!chat) return { items: [], hasEarlier: false, chat: null }
    const { items, hasEarlier } = await messagesOf(services.store.read, chat.activityId, query)
    return { items: items.map(forCustomer), hasEarlier, chat }
  },
  listEarlierChats: ({ actor, query }, { store }) => listEarlierChats(store.read, actor.id, query),
  async listEarlierMessages({ actor, params, query }, { store }) {
    await requireEarlierChat(store.read, actor.id, params.activityId)
    const { items, hasEarlier } = await messagesOf(store.read, params.activityId, query)
    return { items: items.map(forCustomer), hasEarlier }
  },
  setWidgetMarks: ({ actor, body, requestId, socketId }, { execute }) =>
    execute(setMarks, actor, body, { requestId, socketId }),
  async leaveChat(call, services) {
    await services.execute(leaveChat, call.actor, {}, optionsOf(call))
    return chatOf(services, call.actor.id)
  },
  async rateChat(call, services) {
    await refuseBlocked(services.store.read, call.actor)
    await services.execute(rateChat, call.actor, call.body, optionsOf(call))
    return chatOf(services, call.actor.id)
  },
  async leaveMessage(call, services) {
    await refuseKnocking(services, knocking(call))
    await services.execute(leaveMessage, call.actor, call.body, {
      requestId: call.requestId,
      idempotencyKey: call.body.clientMessageId,
    })
    return { ok: true }
  },
  async uploadWidgetFile({ actor, query, http }, services) {
    if (!http) throw notFound('upload')
    await refuseBlocked(services.store.read, actor)
    return receiveFile(services, actor, query.name, http.req)
  },
  /** Files of the visitor's own chats that he sees, and his own uploads that are not sent yet. */
  async getWidgetFile({ actor, params, http }, services) {
    const file = await findFile(services.store.read, params.fileId)
    if (!file || !http) throw notFound('file')
    // Once sent it is of its talk, also for who uploaded it: the browser may be another's by now.
    const isOwn =
      file.activityId === null
        ? file.owner === `visitor:${actor.id}`
        : await isOfVisitor(services, file.activityId, actor.id)
    if (!isOwn) throw notFound('file')
    return sendFile(services, file, http)
  },
}

async function isOfVisitor(services: Services, activityId: string, visitorId: string): Promise<boolean> {
  if ((await findActivity(services.store.read, activityId))?.activity.visitorId !== visitorId) return false
  return (await shownChat(services, visitorId))?.activityId === activityId || looksBack(services, visitorId)
}
