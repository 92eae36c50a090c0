import { setTimeout as sleep } from 'node:timers/promises'
import { type Latency, latencyOf } from '../stats.ts'
import type { RawSocket } from '../wire/raw-socket.ts'
import { openWatcher, type Stirred, type Target } from './target.ts'

const longestMs = 5_000

/** Supervisors who watch the live queues, and somebody at work there, so that there is something to see. */
export function createWatchers() {
  const seen = createSeen()
  let sockets: RawSocket[] = []
  let stop = (): Promise<void> => Promise.resolve()

  return {
    async watch(target: Target, count: number): Promise<number> {
      for (const socket of sockets) socket.close()
      sockets = await Promise.all(Array.from({ length: count }, (_, index) => openWatcher(target, index, seen.hear)))
      return count
    },
    /** Puts tasks back into their queue and takes them again, so many changes a second, until it is told to stop. */
    stir({ port }: Target, perSecond: number, tasks: readonly Stirred[]): void {
      let isOver = false
      const run = async (): Promise<void> => {
        for (let i = 0; !isOver; i++) {
          const task = tasks[i % tasks.length]
          if (!task) return
          seen.expect(task.activityId, sockets.length)
          await post(port, task, 'return')
          // Longer than a viewer's pause, so that nothing comes and goes between two looks; at no moment in particular.
          await sleep(1_000 / perSecond + 100)
          await post(port, task, 'take')
          await sleep((Math.random() * 2_000) / perSecond)
        }
      }
      const ended = run()
      // A failure is told when it is asked for.
      ended.catch(() => undefined)
      stop = async () => {
        isOver = true
        await ended
        await seen.settled(longestMs)
      }
    },
    stop: () => stop(),
    seen: seen.result,
  }
}

async function post(port: number, { activityId, cookie }: Stirred, what: 'return' | 'take'): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
  const answer = await fetch(`${origin}/api/activities/${activityId}/${what}`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    ...(what === 'return' ? { body: '{}' } : {}),
  })
  if (!answer.ok) throw new Error(`${what} was refused: ${await answer.text()}`)
}

/** When each viewer sees a task in the list of what waits, from asking for it to be put there. */
function createSeen() {
  const unseen = new Map<string, { at: number; left: number }>()
  let took: number[] = []
  return {
    expect(activityId: string, viewers: number): void {
      if (viewers > 0) unseen.set(activityId, { at: performance.now(), left: viewers })
    },
    hear: (text: string, from: number): void => {
      if (!text.startsWith('["liveQueues.changed"', from) || !text.includes('"waiting":{"items"', from)) return
      for (const [activityId, change] of unseen) {
        if (!text.includes(activityId, from)) continue
        took.push(performance.now() - change.at)
        change.left -= 1
        if (change.left === 0) unseen.delete(activityId)
      }
    },
    async settled(withinMs: number): Promise<void> {
      const end = performance.now() + withinMs
      while (unseen.size > 0 && performance.now() < end) await sleep(20)
    },
    /** What nobody saw counts as the longest. */
    result: (): Latency & { count: number } => {
      for (const { left } of unseen.values()) took.push(...Array.from({ length: left }, () => longestMs))
      const latency = { ...latencyOf(took), count: took.length }
      took = []
      unseen.clear()
      return latency
    },
  }
}
