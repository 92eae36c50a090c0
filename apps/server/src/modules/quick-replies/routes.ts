import type { Attachment } from '@care/contract'
import type { OperatorActor } from '../../kernel/actor.ts'
import { forbidden, notFound } from '../../kernel/app-error.ts'
import { type Call, type Handlers, optionsOf } from '../../kernel/handler.ts'
import { newId } from '../../kernel/ids.ts'
import type { Services } from '../../kernel/services.ts'
import { copyBody, filesById, findFile, receiveFile, removeBody, sendFile } from '../files/index.ts'
import { addQuickReply } from './commands/add-quick-reply.ts'
import { deleteQuickReply } from './commands/delete-quick-reply.ts'
import { editQuickReply } from './commands/edit-quick-reply.ts'
import { importQuickReplies } from './commands/import-quick-replies.ts'
import { restoreQuickReply } from './commands/restore-quick-reply.ts'
import { useQuickReply } from './commands/use-quick-reply.ts'
import { planImport } from './import/plan.ts'
import { readReplies } from './import/read-file.ts'
import { readText, sendReplies } from './import/transfer.ts'
import { presentReply } from './present.ts'
import { allOf } from './queries/all-replies.ts'
import { listReplies } from './queries/reply-list.ts'
import { findReply, mayChange, ownerOf, placesLeft, requireUse } from './store.ts'

type QuickReplyEndpoints =
  | 'listQuickReplies'
  | 'getQuickReply'
  | 'addQuickReply'
  | 'editQuickReply'
  | 'deleteQuickReply'
  | 'restoreQuickReply'
  | 'useQuickReply'
  | 'uploadQuickReplyFile'
  | 'getQuickReplyFile'
  | 'exportQuickReplies'
  | 'previewQuickReplies'
  | 'importQuickReplies'

export const quickReplyHandlers: Handlers<QuickReplyEndpoints> = {
  listQuickReplies: ({ actor, query }, { store }) => listReplies(store.read, actor, query),
  async getQuickReply({ actor, params }, { store }) {
    requireUse(actor)
    const reply = await findReply(store.read, actor, params.quickReplyId)
    if (reply.deletedAt !== null) throw notFound('quick reply')
    return presentReply(store.read, actor, reply)
  },
  addQuickReply: async (call, { execute, store }) =>
    presentReply(store.read, call.actor, await execute(addQuickReply, call.actor, call.body, optionsOf(call))),
  async editQuickReply(call, { execute, store }) {
    const input = { quickReplyId: call.params.quickReplyId, version: call.version, patch: call.body }
    return presentReply(store.read, call.actor, await execute(editQuickReply, call.actor, input, optionsOf(call)))
  },
  deleteQuickReply: (call, { execute }) => execute(deleteQuickReply, call.actor, call.params, optionsOf(call)),
  restoreQuickReply: async (call, { execute, store }) =>
    presentReply(store.read, call.actor, await execute(restoreQuickReply, call.actor, call.params, optionsOf(call))),
  useQuickReply: (call, services) => use(call, services),
  async uploadQuickReplyFile({ actor, query, http }, services) {
    requireUse(actor)
    if (!http) throw notFound('upload')
    return receiveFile(services, actor, query.name, http.req)
  },
  async getQuickReplyFile({ actor, params, http }, services) {
    requireUse(actor)
    const reply = await findReply(services.store.read, actor, params.quickReplyId)
    const file = await findFile(services.store.read, params.fileId)
    if (!file || file.activityId !== reply.id || !http) throw notFound('file')
    return sendFile(services, file, http)
  },
  async exportQuickReplies({ actor, query, http }, { store }) {
    requireUse(actor)
    if (!http) throw notFound('download')
    sendReplies(http.res, query.format, await allOf(store.read, ownerOf(actor, query.scope === 'shared')))
  },
  async previewQuickReplies({ actor, query, http }, { store }) {
    const owner = requireImport(actor, query.scope)
    if (!http) throw notFound('upload')
    const lines = readReplies(query.format, await readText(http.req))
    return planImport(lines, await allOf(store.read, owner), await placesLeft(store.read, owner)).report
  },
  async importQuickReplies(call, { execute }) {
    requireImport(call.actor, call.query.scope)
    if (!call.http) throw notFound('upload')
    const lines = readReplies(call.query.format, await readText(call.http.req))
    const isShared = call.query.scope === 'shared'
    return execute(importQuickReplies, call.actor, { isShared, lines }, optionsOf(call))
  },
}

/** Before the file is read: who may not, sends none in vain. */
function requireImport(actor: OperatorActor, scope: 'own' | 'shared'): string {
  requireUse(actor)
  const owner = ownerOf(actor, scope === 'shared')
  if (!mayChange(actor, { owner })) throw forbidden('needs the permission settings.quickReplies')
  return owner
}

/** Copies the bytes before the transaction, which must not wait for the disk; what it does not take is removed again. */
async function use(call: Call<'useQuickReply'>, services: Services): Promise<{ attachments: Attachment[] }> {
  const { store, config, clock, execute } = services
  requireUse(call.actor)
  const { id: quickReplyId, attachmentIds } = await findReply(store.read, call.actor, call.params.quickReplyId)
  const copies: Attachment[] = []
  let taken: readonly Attachment[] = []
  try {
    for (const file of await filesById(store.read, attachmentIds)) {
      const copy = { ...file, id: newId(clock.now()) }
      copies.push(copy)
      await copyBody(config.dataDir, file.id, copy.id)
    }
    const answer = await execute(useQuickReply, call.actor, { quickReplyId, copies }, optionsOf(call))
    taken = answer.attachments
    return answer
  } finally {
    // Nobody has them when it was refused, or when a repeated call was answered with the first one's.
    const unused = copies.filter(({ id }) => !taken.some((file) => file.id === id))
    await Promise.all(unused.map(({ id }) => removeBody(config.dataDir, id)))
  }
}
