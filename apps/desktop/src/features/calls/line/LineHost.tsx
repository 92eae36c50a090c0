import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { call } from '../../../shared/api/client.ts'
import { myLinesQuery } from '../../../shared/workspace/dial.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useIsLeader } from '../../../shared/notify/leader.ts'
import { showToast } from '../../../shared/ui/toast.tsx'
import { chosenDevices } from '../devices.ts'
import { startDeskLine, useLineFailure } from './desk-line.ts'
import { LineCalls } from './LineCalls.tsx'
import { LineState } from './LineState.tsx'
import { closePhoneLine, openPhoneLine } from './phone-line.ts'

const servers = async () => (await call('getLineServers')).items

/** One’s telephone line: registered in one window of this browser, joined to the call that one is in (row K2). */
export function LineHost({ isDesk }: { isDesk: boolean }): ReactNode {
  const isLeader = useIsLeader((state) => state.isLeader)
  const { data } = useQuery(myLinesQuery)
  const line = data?.items.find(({ sip }) => sip !== null)
  const { socketUrl, domain, password } = line?.sip ?? { socketUrl: '', domain: '', password: '' }
  const user = line?.userName
  useEffect(() => {
    if (!isLeader || user === undefined) return
    const account = { url: socketUrl, domain, user, password }
    // An address that is none: the line stays off, and says so.
    openPhoneLine(account, { servers }, chosenDevices()).catch(() => undefined)
    // Whoever goes hangs up: his other side would wait for nothing.
    addEventListener('pagehide', closePhoneLine)
    return () => {
      removeEventListener('pagehide', closePhoneLine)
      closePhoneLine()
    }
  }, [isLeader, socketUrl, domain, user, password])
  useEffect(startDeskLine, [])
  useSaysFailures()
  return (
    <>
      {isDesk && <InItsPlace />}
      <LineCalls />
    </>
  )
}

/** Beside the presence, which is of a part that is there before this one. */
function InItsPlace(): ReactNode {
  const [place] = useState(() => document.getElementById('phone-line'))
  return place && createPortal(<LineState />, place)
}

function useSaysFailures(): void {
  const t = useT()
  const failure = useLineFailure((state) => state.failure)
  useEffect(() => {
    if (failure === null) return
    showToast(t(`softphone.causes.${failure}`))
    useLineFailure.setState({ failure: null })
  }, [failure, t])
}
