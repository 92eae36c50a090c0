import type { CallDetails, CallEvent } from '@care/contract'
import {
  ArrowLeftRight,
  CircleAlert,
  CircleDot,
  CircleOff,
  type LucideIcon,
  MicOff,
  Mic,
  Pause,
  Phone,
  PhoneOff,
  Play,
  Undo2,
  Users,
  Wifi,
  WifiOff,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './calls.module.css'

const icons: Record<CallEvent['kind'], LucideIcon> = {
  rang: Phone,
  dialled: Phone,
  answered: Phone,
  held: Pause,
  resumed: Play,
  asked: Users,
  consulting: Users,
  consultOver: Users,
  transferred: ArrowLeftRight,
  returned: Undo2,
  muted: MicOff,
  unmuted: Mic,
  networkLost: WifiOff,
  networkBack: Wifi,
  micLost: MicOff,
  micBack: Mic,
  badSignal: CircleAlert,
  recordingAsked: CircleDot,
  recordingRefused: CircleOff,
  recordingStarted: CircleDot,
  recordingPaused: Pause,
  recordingResumed: CircleDot,
  recordingStopped: CircleOff,
  ended: PhoneOff,
}

/** What happened in the call, in its order. */
export function CallEvents({ call }: { call: CallDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  const myId = useMe()?.id
  const textOf = ({ kind, by, to, ms }: CallEvent): string => {
    const isMe = by.id !== null && by.id === myId
    const who = isMe
      ? t('calls.youName')
      : by.name || (by.kind === 'customer' ? t('common.unknownCustomer') : t('calls.system'))
    return t(`calls.events.${kind}`, { who, name: to?.name ?? '', time: ms === null ? '' : format.counter(ms) })
  }
  return (
    <section className={styles.events} aria-label={t('calls.eventsTitle')}>
      <h2>{t('calls.eventsTitle')}</h2>
      <ol>
        {call.events.map((event) => {
          const Icon = icons[event.kind]
          return (
            <li key={event.seq}>
              <time dateTime={new Date(event.at).toISOString()}>{format.time(event.at)}</time>
              <Icon size={14} aria-hidden="true" />
              <span className="ell">{textOf(event)}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
