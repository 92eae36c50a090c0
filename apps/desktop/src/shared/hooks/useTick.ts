import { useSyncExternalStore } from 'react'
import { serverNow } from '../clock.ts'

/** One timer drives every clock on the screen; it stands while the tab is hidden or nobody looks. */
const watchers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

const tick = (): void => watchers.forEach((watch) => watch())
function update(): void {
  const shouldRun = watchers.size > 0 && document.visibilityState !== 'hidden'
  if (shouldRun && timer === undefined) timer = setInterval(tick, 1000)
  if (!shouldRun && timer !== undefined) {
    clearInterval(timer)
    timer = undefined
  }
}
if (typeof document !== 'undefined')
  document.addEventListener('visibilitychange', () => {
    update()
    tick()
  })

export function onTick(watch: () => void): () => void {
  watchers.add(watch)
  update()
  return () => {
    watchers.delete(watch)
    update()
  }
}

/**
 * Rerenders when `read(now)` changes, looked at each second with the server's now. Let `read` answer what is shown
 * (a text, whole minutes): then a row renders once a minute and not each second.
 */
export const useTick = <T extends string | number | boolean | null>(read: (now: number) => T): T =>
  useSyncExternalStore(onTick, () => read(serverNow()))
