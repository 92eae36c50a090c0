import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { blockSender } from './commands/block-sender.ts'
import { setBlockLifted } from './commands/set-block-lifted.ts'
import { getBlockedSender, listBlockedSenders } from './queries/blocked-senders.ts'

type Endpoints = 'listBlockedSenders' | 'blockSender' | 'setBlockLifted'

export const blockedSenderHandlers: Handlers<Endpoints> = {
  listBlockedSenders: ({ query }, { store }) => listBlockedSenders(store.read, query),
  async blockSender(call, { execute, store }) {
    const { blockId } = await execute(blockSender, call.actor, call.body, optionsOf(call))
    return getBlockedSender(store.read, blockId)
  },
  async setBlockLifted(call, { execute, store }) {
    const { blockId } = await execute(setBlockLifted, call.actor, { ...call.params, ...call.body }, optionsOf(call))
    return getBlockedSender(store.read, blockId)
  },
}
