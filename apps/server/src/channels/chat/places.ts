import { room } from '@care/contract'
import type { Push } from '../../kernel/module.ts'
import type { Services } from '../../kernel/services.ts'
import { waitingChats } from './queries/widget-chat.ts'

/** More than so many are told their place only when they come nearer. */
const toldAtOnce = 500

/** New places of those who wait in a queue; called when the queue has moved, at most a few times a second. */
export async function tellPlaces({ store }: Services, queueId: string): Promise<Push[]> {
  const waiting = await waitingChats(store.read, queueId, toldAtOnce)
  return waiting.map(({ visitorId, chat }): Push => ({
    to: 'widget',
    rooms: [room.visitor(visitorId)],
    event: 'chat.changed',
    payload: { chat },
  }))
}
