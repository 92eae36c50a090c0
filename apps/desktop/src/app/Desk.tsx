import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { useSession } from '../shared/session.ts'
import { useMe } from '../shared/entities/me.ts'
import { socket, startConnection } from '../shared/realtime/connection.ts'
import { startDispatcher } from '../shared/realtime/dispatcher.ts'
import { startDrafts } from '../shared/drafts/drafts.ts'
import { keepEditsOf } from '../shared/edit/edit-store.ts'
import { standForElection } from '../shared/notify/leader.ts'
import { ToastRegion } from '../shared/ui/toast.tsx'
import { startOutbox } from '../features/communication/outbox/outbox.ts'
import { DeskScreen } from './DeskScreen.tsx'
import { realtimeHandlers } from './realtime-handlers.ts'
import { useSelectionInAddress } from './useSelectionInAddress.ts'

const SessionEndedDialog = lazy(() =>
  import('../features/auth/SessionEndedDialog.tsx').then((file) => ({ default: file.SessionEndedDialog })),
)

/** The desk of who is signed in, with its live connection. Mounted anew for another person. */
export function Desk(): ReactNode {
  const client = useQueryClient()
  const myId = useMe()?.id ?? ''
  const hasEnded = useSession((session) => session.hasEnded)
  useEffect(() => startDispatcher(socket, client, realtimeHandlers), [client])
  useEffect(() => startOutbox(client, myId), [client, myId])
  // The connection goes with the session: signing in again opens it again.
  useEffect(() => (hasEnded ? undefined : startConnection(client)), [client, hasEnded])
  useEffect(() => standForElection(myId), [myId])
  useEffect(() => void startDrafts(myId), [myId])
  useEffect(() => keepEditsOf(myId), [myId])
  useSelectionInAddress()
  return (
    <>
      <DeskScreen />
      <ToastRegion />
      {hasEnded && (
        <Suspense>
          <SessionEndedDialog />
        </Suspense>
      )}
    </>
  )
}
