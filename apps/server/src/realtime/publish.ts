import type { AnyEvent, EventType } from '../kernel/event.ts'
import type { Audience, Module, Push } from '../kernel/module.ts'
import type { Services } from '../kernel/services.ts'
import { describeError } from '../kernel/log.ts'

type Listener = (event: AnyEvent, services: Services) => Push[] | Promise<Push[]>

/** After a commit: events → who is told what → rooms. What is slow to work out never overtakes or holds up the order. */
export function createPublisher(
  services: Services,
  modules: readonly Module[],
  recheck: (events: readonly AnyEvent[]) => Promise<void>,
) {
  const listeners = new Map<string, Listener[]>()
  for (const module of modules)
    for (const [type, listener] of Object.entries((module.audience ?? {}) as Partial<Audience<EventType>>))
      listeners.set(type, [...(listeners.get(type) ?? []), listener as Listener])
  let tail: Promise<void> | null = null

  const pushesOf = async (event: AnyEvent): Promise<Push[]> => {
    try {
      const found = await Promise.all(
        (listeners.get(event.type) ?? []).map(async (listener) => listener(event, services)),
      )
      return found.flat()
    } catch (error) {
      // A lost push is repaired when the desk fetches again; it must not take the others with it.
      services.log.error({ event: event.type, id: event.id, error: describeError(error) }, 'push failed')
      return []
    }
  }

  async function sendAfter(
    before: Promise<void> | null,
    pending: readonly Promise<Push[]>[],
    events: readonly AnyEvent[],
  ): Promise<void> {
    await before
    for (const pushes of pending) services.live.push(await pushes)
    await recheck(events)
  }

  function enqueue(work: (before: Promise<void> | null) => Promise<void>): void {
    const turn = work(tail)
    tail = turn
    void turn.then(() => {
      if (tail === turn) tail = null
    })
  }

  return {
    publish: (events: readonly AnyEvent[]): void => {
      if (events.length === 0) return
      // All begin at once, and go out in the order of the commits.
      const pending = events.map(pushesOf)
      enqueue((before) => sendAfter(before, pending, events))
    },
    /** Does something behind everything that is on its way. */
    afterwards: (work: () => void): void =>
      enqueue(async (before) => {
        await before
        work()
      }),
    idle: async (): Promise<void> => {
      while (tail) await tail
    },
  }
}
export type Publisher = ReturnType<typeof createPublisher>
