import { room } from '@care/contract'
import type { Push } from '../../kernel/module.ts'
import type { Services } from '../../kernel/services.ts'
import { queuePositions } from '../../modules/routing/index.ts'
import { waitingCalls } from '../call/queries/widget-call.ts'
import { waitingChats } from './queries/widget-chat.ts'

/** More than so many are told their place only when they come nearer. */
const toldAtOnce = 500

/** New places of those who wait in a queue; called when the queue has moved, at most a few times a second. */
export async function tellPlaces({ store }: Services, queueId: string): Promise<Push[]> {
  const line = await queuePositions(store.read, queueId, toldAtOnce)
  const calls = await waitingCalls(store.read, line)
  const chats = await waitingChats(store.read, line)
  return [
    ...calls.map(({ visitorId, call }): Push => ({
      to: 'widget',
      rooms: [room.visitor(visitorId)],
      event: 'call.changed',
      payload: { call },
    })),
    ...chats.map(({ visitorId, chat }): Push => ({
      to: 'widget',
      rooms: [room.visitor(visitorId)],
      event: 'chat.changed',
      payload: { chat },
    })),
  ]
}
