import { create } from 'zustand'
import { tabLocks } from '../storage/locks.ts'

/** Whether this tab is the one of its operator that makes noise and shows desktop notifications. */
export const useIsLeader = create<{ isLeader: boolean }>()(() => ({ isLeader: false }))

/** Stands for election until the returned function is called; the oldest tab wins, the next one when it goes. */
export function standForElection(ownerId: string): () => void {
  // Without locks (a page served over plain http) every tab rings: better twice than not at all.
  const locks = tabLocks()
  if (locks === null) {
    useIsLeader.setState({ isLeader: true })
    return () => useIsLeader.setState({ isLeader: false })
  }
  const stop = new AbortController()
  let resign = (): void => undefined
  const inOffice = new Promise<void>((resolve) => {
    resign = resolve
  })
  locks
    .request(`care-leader-${ownerId}`, { signal: stop.signal }, () => {
      useIsLeader.setState({ isLeader: true })
      return inOffice
    })
    .catch(() => undefined)
  return () => {
    stop.abort()
    resign()
    useIsLeader.setState({ isLeader: false })
  }
}
