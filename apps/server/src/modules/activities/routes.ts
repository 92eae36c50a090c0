import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { notFound } from '../../kernel/app-error.ts'
import { findFile, receiveFile, sendFile } from '../files/index.ts'
import { colleaguesFor } from '../requests/index.ts'
import { addComment } from './commands/add-comment.ts'
import { extendWrapUp } from './commands/extend-wrap-up.ts'
import { finishWrapUp } from './commands/finish-wrap-up.ts'
import { markUnread } from './commands/mark-unread.ts'
import { deleteMessage } from './commands/delete-message.ts'
import { editMessage } from './commands/edit-message.ts'
import { moveActivity, moveToCustomer } from './commands/move-activity.ts'
import { sendMessage } from './commands/send-message.ts'
import { setMarks } from './commands/set-marks.ts'
import { saveWrapUp } from './commands/save-wrap-up.ts'
import { setTags } from './commands/set-tags.ts'
import { activityDetails, visibleActivity } from './queries/activity-details.ts'
import { commentsOf } from './queries/comments.ts'
import { searchThread } from './queries/search-thread.ts'
import { suggestedTags } from './queries/tags.ts'
import { threadAt } from './queries/thread-place.ts'
import { marksOf } from './store.ts'

type ActivityEndpoints =
  | 'getActivity'
  | 'listMessages'
  | 'searchThread'
  | 'sendMessage'
  | 'editMessage'
  | 'deleteMessage'
  | 'setMarks'
  | 'saveWrapUp'
  | 'extendWrapUp'
  | 'finishWrapUp'
  | 'markUnread'
  | 'setTags'
  | 'moveActivity'
  | 'moveToCustomer'
  | 'suggestTags'
  | 'listComments'
  | 'addComment'
  | 'listColleagues'
  | 'uploadFile'
  | 'getFile'

export const activityHandlers: Handlers<ActivityEndpoints> = {
  getActivity: ({ actor, params }, services) => activityDetails(services, actor, params.activityId),
  async listMessages({ actor, params, query }, services) {
    const { loaded } = await visibleActivity(services, actor, params.activityId)
    return { ...(await threadAt(services.store.read, loaded.activity, query)), marks: marksOf(loaded.activity) }
  },
  async searchThread({ actor, params, query }, services) {
    await visibleActivity(services, actor, params.activityId)
    return searchThread(services.store.read, params.activityId, query)
  },
  editMessage: (call, { execute }) =>
    execute(editMessage, call.actor, { ...call.params, text: call.body.text }, optionsOf(call)),
  deleteMessage: (call, { execute }) => execute(deleteMessage, call.actor, call.params, optionsOf(call)),
  sendMessage: (call, { execute }) =>
    // Idempotent by clientMessageId itself, so the general key would only cost a row.
    execute(
      sendMessage,
      call.actor,
      { activityId: call.params.activityId, message: call.body },
      { requestId: call.requestId },
    ),
  setMarks: (call, { execute }) =>
    execute(
      setMarks,
      call.actor,
      { activityId: call.params.activityId, delivered: call.body.delivered, read: call.body.read },
      { requestId: call.requestId },
    ),
  async saveWrapUp(call, { execute }) {
    await execute(saveWrapUp, call.actor, { ...call.params, ...call.body }, { requestId: call.requestId })
    return { ok: true }
  },
  async extendWrapUp(call, services) {
    const { activityId } = await services.execute(extendWrapUp, call.actor, call.params, optionsOf(call))
    return activityDetails(services, call.actor, activityId)
  },
  async finishWrapUp(call, services) {
    const { activityId } = call.params
    await services.execute(finishWrapUp, call.actor, { activityId, given: call.body }, optionsOf(call))
    return activityDetails(services, call.actor, activityId)
  },
  markUnread: (call, { execute }) => execute(markUnread, call.actor, call.params, { requestId: call.requestId }),
  async setTags(call, services) {
    const { activityId } = call.params
    await services.execute(
      setTags,
      call.actor,
      { activityId, version: call.version, tags: call.body.tags },
      optionsOf(call),
    )
    return activityDetails(services, call.actor, activityId)
  },
  async moveActivity(call, services) {
    const { activityId } = call.params
    await services.execute(moveActivity, call.actor, { activityId, requestId: call.body.requestId }, optionsOf(call))
    return activityDetails(services, call.actor, activityId)
  },
  async moveToCustomer(call, services) {
    const { activityId } = call.params
    await services.execute(moveToCustomer, call.actor, { activityId, ...call.body }, optionsOf(call))
    return activityDetails(services, call.actor, activityId)
  },
  suggestTags: async ({ query }, { store }) => ({ items: await suggestedTags(store.read, query.search) }),
  async listComments({ actor, params, query }, services) {
    await visibleActivity(services, actor, params.activityId)
    return commentsOf(services.store.read, params.activityId, query)
  },
  addComment: (call, { execute }) =>
    execute(
      addComment,
      call.actor,
      { activityId: call.params.activityId, ...call.body },
      { requestId: call.requestId },
    ),
  async listColleagues({ actor, params, query }, services) {
    const { request } = await visibleActivity(services, actor, params.activityId)
    return { items: await colleaguesFor(services.store.read, request, { actorId: actor.id, search: query.search }) }
  },
  async uploadFile({ actor, query, http }, services) {
    await visibleActivity(services, actor, query.activityId)
    if (!http) throw notFound('upload')
    return receiveFile(services, actor, query.name, http.req)
  },
  /** A file is seen by whoever sees its activity, before that by its owner alone. */
  async getFile({ actor, params, http }, services) {
    const file = await findFile(services.store.read, params.fileId)
    if (!file || !http) throw notFound('file')
    if (file.activityId === null) {
      if (file.owner !== `operator:${actor.id}`) throw notFound('file')
    } else await visibleActivity(services, actor, file.activityId)
    return sendFile(services, file, http)
  },
}
