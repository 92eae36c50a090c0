import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useSession } from '../shared/session.ts'
import { useMe } from '../shared/entities/me.ts'
import { socket, startConnection } from '../shared/realtime/connection.ts'
import { startDispatcher } from '../shared/realtime/dispatcher.ts'
import { startDrafts } from '../shared/drafts/drafts.ts'
import { keepEditsOf } from '../shared/edit/edit-store.ts'
import { standForElection } from '../shared/notify/leader.ts'
import { onDemand } from '../shared/ui/on-demand.tsx'
import { ToastRegion } from '../shared/ui/toast.tsx'
import { startOutbox } from '../features/communication/outbox/outbox.ts'
import { DeskScreen } from './DeskScreen.tsx'
import { realtimeHandlers } from './realtime-handlers.ts'
import { useCommentInAddress } from './useCommentInAddress.ts'
import { useRequestInAddress } from './useRequestInAddress.ts'
import { useSelectionInAddress } from './useSelectionInAddress.ts'

const SessionEndedDialog = onDemand(() =>
  import('../features/auth/SessionEndedDialog.tsx').then((file) => file.SessionEndedDialog),
)
const fetchAgainMs = 5_000
const syncAfterMs = 2_000

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
  useEffect(() => keepDrafts(myId), [myId])
  useEffect(() => keepEditsOf(myId), [myId])
  useSelectionInAddress()
  useCommentInAddress()
  useRequestInAddress()
  return (
    <>
      <DeskScreen />
      <ToastRegion />
      {hasEnded && <SessionEnded />}
    </>
  )
}

/** Those of this computer at once; the copies on the server when there is time for them. */
function keepDrafts(myId: string): () => void {
  let isGone = false
  let stop = (): void => undefined
  const started = startDrafts(myId)
  const begin = (): void =>
    void Promise.all([import('../shared/drafts/sync.ts'), started]).then(([{ startDraftSync }]) => {
      if (!isGone) stop = startDraftSync(myId)
    }, nothing)
  // The first reads go before it.
  const timer = setTimeout(begin, syncAfterMs)
  return () => {
    isGone = true
    clearTimeout(timer)
    stop()
  }
}
/** Without the code for it they are kept on this computer, as without a connection. */
const nothing = (): void => undefined

/** There is no way on without it, so a dialog that could not be fetched is fetched again until it is there. */
function SessionEnded(): ReactNode {
  const [tries, setTries] = useState(0)
  const fetchAgain = (): void => void setTimeout(() => setTries(tries + 1), fetchAgainMs)
  return <SessionEndedDialog key={tries} onClose={fetchAgain} />
}
