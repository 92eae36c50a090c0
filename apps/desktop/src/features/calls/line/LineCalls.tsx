import type { PhoneCallState } from '@care/client/softphone'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { Phone } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { announceAlert } from '../../../shared/announce.ts'
import { call } from '../../../shared/api/client.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { startRinging } from '../../../shared/notify/sound.ts'
import { NameAndMark } from '../../../shared/ui/marks.tsx'
import { useLiveCall } from '../live-call.ts'
import { handOver, isOfMyCall, useLineFailure } from './desk-line.ts'
import { phoneLine, usePhoneLine } from './phone-line.ts'
import styles from './softphone.module.css'

const askAgainMs = 1_000

/** What the line has beside the call that one is in: a colleague who calls, a number that rings here directly. */
export function LineCalls(): ReactNode {
  const legs = usePhoneLine(({ state }) => state.calls)
  // Which of them are the call’s own changes with the call too.
  useLiveCall((state) => state.call)
  const others = legs.filter((leg) => leg.phase !== 'ended' && !isOfMyCall(leg))
  return others.map((leg) =>
    leg.phase === 'ringing' ? <Rings key={leg.id} leg={leg} /> : <Talks key={leg.id} leg={leg} />,
  )
}

/** Whose call it is; asked again while it rings, since its offer may be over meanwhile. */
function useCaller({ id: callId, number }: PhoneCallState, rings: boolean) {
  return useQuery({
    queryKey: ['ringing-call', callId, number, rings],
    queryFn: () => call('getRingingCall', { query: { callId, number } }),
    refetchInterval: rings ? askAgainMs : false,
    // A ring whose offer is over ends behind other windows too: whoever has the call now is not rung before that.
    refetchIntervalInBackground: true,
    gcTime: 0,
  }).data
}
type Caller = ReturnType<typeof useCaller>
const nameOf = (caller: Caller, number: string): string => caller?.colleague?.name || caller?.customer?.name || number
const isVip = (caller: Caller): boolean => !caller?.colleague && caller?.customer?.isVip === true

function Rings({ leg }: { leg: PhoneCallState }): ReactNode {
  const t = useT()
  const caller = useCaller(leg, true)
  const isHis = caller?.task === 'none'
  const isOver = caller?.task === 'over' || caller?.task === 'passedOn'
  const name = nameOf(caller, leg.number)
  // Its offer is over: the exchange asks for the next one.
  useEffect(() => {
    if (isOver) phoneLine()?.hangUp(leg.id)
  }, [isOver, leg.id])
  useEffect(() => (isHis ? startRinging() : undefined), [isHis])
  useEffect(() => {
    if (isHis) announceAlert(t('softphone.calls', { name }))
  }, [isHis, name, t])
  if (!isHis) return null
  const answer = (): void =>
    void phoneLine()
      ?.answer(leg.id)
      .catch(() => useLineFailure.setState({ failure: 'noMicrophone' }))
  return (
    <section className={styles.call} aria-label={t('softphone.incoming')}>
      <Phone size={16} aria-hidden="true" />
      <b>
        <NameAndMark name={name} isVip={isVip(caller)} />
      </b>
      {name !== leg.number && <span>{leg.number}</span>}
      <Button size="small" variant="contained" onClick={answer}>
        {t('softphone.answer')}
      </Button>
      <Button size="small" variant="outlined" color="inherit" onClick={() => phoneLine()?.hangUp(leg.id)}>
        {t('softphone.decline')}
      </Button>
    </section>
  )
}

function Talks({ leg }: { leg: PhoneCallState }): ReactNode {
  const t = useT()
  const caller = useCaller(leg, false)
  const hasFailed = leg.transfer === 'failed'
  const state = hasFailed ? 'notHandedOver' : leg.transfer === 'asked' ? 'handingOver' : leg.phase
  return (
    <section className={styles.call} aria-label={t('softphone.beside')}>
      <Phone size={16} aria-hidden="true" />
      <b>
        <NameAndMark name={nameOf(caller, leg.number)} isVip={isVip(caller)} />
      </b>
      <span role={hasFailed ? 'alert' : undefined}>{t(`softphone.phases.${state}`)}</span>
      {hasFailed && (
        <Button size="small" variant="contained" onClick={() => void handOver(leg)}>
          {t('common.tryAgain')}
        </Button>
      )}
      <Button size="small" variant="outlined" color="inherit" onClick={() => phoneLine()?.hangUp(leg.id)}>
        {t('calls.hangUp')}
      </Button>
    </section>
  )
}
