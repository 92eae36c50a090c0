import type { ActivityDetails, CallDetails } from '@care/contract'
import { tabId } from '@care/client/calls'
import { useQuery } from '@tanstack/react-query'
import { MicOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { myLinesQuery } from '../../shared/workspace/dial.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { Banner } from '../../shared/ui/Banner.tsx'
import { VipMark } from '../../shared/ui/marks.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { callQuery, useHangUp } from './api.ts'
import { CallControls } from './CallControls.tsx'
import { CallEvents } from './CallEvents.tsx'
import { CallLevels } from './CallLevels.tsx'
import { CallTimer } from './CallTimer.tsx'
import { ConsultStrip } from './ConsultStrip.tsx'
import { useRecorderProblem } from './recording.ts'
import { RecordingPart } from './RecordingPart.tsx'
import { RecordingSign } from './RecordingSign.tsx'
import { isInAnotherWindow, JoinButton } from './JoinButton.tsx'
import { tryMicrophoneAgain, useLiveCall } from './live-call.ts'
import { useStayAtEnd } from './useStayAtEnd.ts'
import Button from '@mui/material/Button'
import styles from './calls.module.css'

interface CallPaneProps {
  activity: ActivityDetails
  onTransfer: () => void
}

/** A call in the middle of the desk: who, how it stands, what can be done, what happened (row K1). */
export function CallPane({ activity, onTransfer }: CallPaneProps): ReactNode {
  const t = useT()
  const box = useStayAtEnd()
  const { data, isError, refetch } = useQuery(callQuery(activity.id))
  const live = useLiveCall((state) => state.call)
  const call = live?.id === activity.id && (!data || live.version >= data.version) ? live : data
  if (!call)
    return isError ? (
      <ErrorState title={t('calls.failed')} onRetry={() => void refetch()} />
    ) : (
      <div className={styles.wrap}>
        <SkeletonLines />
      </div>
    )
  const isMine = call.mySeat !== null && call.state !== 'ended'
  return (
    <div ref={box} className={styles.wrap}>
      <fieldset className={styles.card} aria-label={t('calls.active')}>
        <Head call={call} />
        {isMine && <Mine call={call} activity={activity} onTransfer={onTransfer} />}
      </fieldset>
      <RecordingPart call={call} />
      <CallEvents call={call} />
    </div>
  )
}

function Head({ call }: { call: CallDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  const phase = useLiveCall((state) => (state.call?.id === call.id ? (state.line?.phase ?? null) : null))
  const name = call.customer.name || t('common.unknownCustomer')
  const waited = (call.answeredAt ?? call.endedAt ?? call.startedAt) - call.startedAt
  return (
    <header className={styles.head}>
      <span className={styles.who} data-live={phase === 'talking' || undefined}>
        <Avatar id={call.customer.id} name={name} />
      </span>
      <div className={styles.name}>
        <h2>
          <span className="ell">{name}</span>
          {call.customer.isVip && <VipMark />}
        </h2>
        <p>
          {[call.queue?.name, call.answeredAt !== null && t('calls.waited', { time: format.counter(waited) })]
            .filter(Boolean)
            .join(', ')}
        </p>
      </div>
      <div className={styles.right}>
        <CallTimer call={call} className={styles.timer} />
        <output className={styles.state} data-state={phase ?? call.state}>
          {phase !== null
            ? t(`calls.phases.${phase}`)
            : call.state !== 'ended' && isInAnotherWindow(call)
              ? t('calls.phases.elsewhere')
              : t(`calls.states.${call.state}`)}
        </output>
        <RecordingSign call={call} />
      </div>
    </header>
  )
}

function Mine({ call, activity, onTransfer }: CallPaneProps & { call: CallDetails }): ReactNode {
  const t = useT()
  const line = useLiveCall((state) => state.line)
  const recorder = useRecorderProblem(({ problem }) => problem)
  if (call.line === 'phone' && line === null) return <AtPhone call={call} />
  if (line === null || line.phase === 'elsewhere')
    return (
      <div className={styles.strip}>
        <JoinButton call={call} />
      </div>
    )
  const customer = call.peers.find(({ side }) => side === 'customer')
  return (
    <>
      {line.problem && (
        <Banner
          tone="err"
          role="alert"
          icon={<MicOff size={16} aria-hidden="true" />}
          title={t(`calls.problems.${line.problem}.title`)}
          text={t(`calls.problems.${line.problem}.text`)}
          actions={
            line.phase === 'noMicrophone' && (
              <Button size="small" variant="outlined" color="inherit" onClick={tryMicrophoneAgain}>
                {t('common.tryAgain')}
              </Button>
            )
          }
        />
      )}
      {recorder && <Banner tone="warn" title={t(`calls.recording.problems.${recorder}`)} />}
      {customer?.isLost && line.phase !== 'talking' && <Banner tone="warn" title={t('calls.customerLost')} />}
      {line.phase === 'talking' && line.quality === 'poor' && <Banner tone="warn" title={t('calls.levels.poor')} />}
      <CallLevels call={call} line={line} />
      <ConsultStrip call={call} activity={activity} />
      <CallControls call={call} line={line} canTransfer={activity.abilities.transfer} onTransfer={onTransfer} />
    </>
  )
}

/** Its sound is not in this window: at a phone, in another window, or with one that is gone. */
function AtPhone({ call }: { call: CallDetails }): ReactNode {
  const t = useT()
  const lines = useQuery(myLinesQuery).data?.items
  const hangUp = useHangUp(call.id)
  const hasSoftphone = lines?.some(({ sip }) => sip !== null) ?? false
  if (!hasSoftphone) return <p className={styles.strip}>{t('calls.atPhone')}</p>
  return (
    <div className={styles.strip}>
      <p>
        {t(isInAnotherWindow(call) && call.mySeat?.tabId !== tabId() ? 'softphone.elsewhere' : 'softphone.notHere')}
      </p>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        disabled={hangUp.isPending}
        onClick={() => hangUp.mutate()}
      >
        {t('softphone.endHere')}
      </Button>
    </div>
  )
}
