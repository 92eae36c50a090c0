import { useEffect, type ReactNode } from 'react'
import { liveQueues, useTakeAwayLooked } from '../features/notifications/news.ts'
import { useRememberOpened } from '../features/palette/useRememberOpened.ts'
import { useAlarm } from '../features/tasks/useAlarm.ts'
import { keepFocus } from '../shared/keyboard/keep-focus.ts'
import { usePage } from './pages.ts'

/** What the desk does beside what it shows, on every screen of it; its changes render nothing else. */
export function Background({ requestId }: { requestId: string | null }): ReactNode {
  useEffect(keepFocus, [])
  useRememberOpened(requestId)
  useAlarm()
  useTakeAwayLooked(usePage() === 'liveQueues' ? liveQueues : requestId)
  return null
}
