import type { CallDetails } from '@care/contract'
import Button from '@mui/material/Button'
import { Phone } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { NameAndMark } from '../../shared/ui/marks.tsx'
import { openTask } from '../../shared/workspace/open-task.ts'
import { CallTimer } from './CallTimer.tsx'
import { isInAnotherWindow, JoinButton } from './JoinButton.tsx'
import { useLiveCall } from './live-call.ts'
import styles from './calls.module.css'

/** The call goes on while something else is looked at: who it is with, since when, and the way back. */
export function CallBar({ call }: { call: CallDetails }): ReactNode {
  const t = useT()
  const [, navigate] = useLocation()
  const line = useLiveCall((state) => state.line)
  const isHere = line !== null && line.phase !== 'elsewhere'
  useEffect(keepRoom, [])
  return (
    <section className={styles.bar} aria-label={t('calls.active')}>
      <Phone size={16} aria-hidden="true" />
      <b>
        <NameAndMark name={call.customer.name || t('common.unknownCustomer')} isVip={call.customer.isVip} />
      </b>
      {call.line === 'phone' && line === null ? (
        <>
          <span>{t(`calls.states.${call.state}`)}</span>
          <CallTimer call={call} />
        </>
      ) : isHere ? (
        <>
          <span>{t(`calls.phases.${line.phase}`)}</span>
          <CallTimer call={call} />
        </>
      ) : (
        <>
          {isInAnotherWindow(call) && <span>{t('calls.phases.elsewhere')}</span>}
          <JoinButton call={call} />
        </>
      )}
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        onClick={() => {
          navigate('/')
          openTask(call.id)
        }}
      >
        {t('calls.show')}
      </Button>
    </section>
  )
}

/** The screen ends above the bar, so that its last row is not under it. */
function keepRoom(): () => void {
  const root = document.documentElement
  root.dataset.callBar = ''
  return () => delete root.dataset.callBar
}
