import { room } from '@care/contract'
import type { Live } from '../kernel/live.ts'
import type { Push } from '../kernel/module.ts'
import { createCoalescer } from './coalesce.ts'
import { allQueues } from './rooms.ts'
import type { Doors } from './sockets.ts'

export interface FlushableLive extends Live {
  /** Sends at once what is held back. */
  flush(): void
}

/** Pushes to rooms on every process (`isAlone`: there is only this one). One payload is encoded once, however many sit in the rooms. */
export function createLive(
  { desk, widget }: Doors,
  onQueueMoved: (queueId: string) => void,
  onLiveQueuesMoved: () => void,
  isAlone: boolean,
): FlushableLive {
  const queues = createCoalescer((queueId) => {
    desk.to([room.queue(queueId), allQueues]).emit('queue.changed', { queueId })
    onQueueMoved(queueId)
  })
  const widgets = (rooms: string[], except: string | null | undefined) =>
    typeof except === 'string' ? widget.to(rooms).except(except) : widget.to(rooms)
  /** Most visitors have one widget open, and it has its answer already: then nothing needs to be encoded. */
  const isHeard = (rooms: readonly string[], except: string | null | undefined): boolean =>
    !isAlone ||
    rooms.some((name) => {
      const members = widget.adapter.rooms.get(name)
      return members !== undefined && (members.size > 1 || !members.has(except ?? ''))
    })
  const emit = (push: Push): void => {
    if (push.to === 'coalesced' && push.kind === 'queue') queues.touch(push.id)
    else if (push.to === 'coalesced') onLiveQueuesMoved()
    else if (push.rooms.length === 0) return
    // The pair of event and payload is right by the type of Push; the emitters' types cannot follow it.
    else if (push.to === 'desk') desk.to(push.rooms).emit(push.event, push.payload as never)
    else if (isHeard(push.rooms, push.except)) widgets(push.rooms, push.except).emit(push.event, push.payload as never)
  }
  return {
    push: (pushes) => pushes.forEach(emit),
    disconnect: (name) => desk.in(name).disconnectSockets(true),
    flush: queues.flush,
  }
}
