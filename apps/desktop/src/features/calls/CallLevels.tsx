import type { CallDetails } from '@care/contract'
import type { CallState } from '@care/client/calls'
import { MicOff, User, Mic } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './calls.module.css'

const bars = 28

/** Who is heard, oneself, and how good the line is. */
export function CallLevels({ call, line }: { call: CallDetails; line: CallState }): ReactNode {
  const t = useT()
  const talks = call.peers.find(({ side }) => side === 'consult') ?? call.peers[0]
  // At a telephone exchange the customer has no seat.
  const isCustomer = talks === undefined || talks.side === 'customer'
  const other = isCustomer ? call.customer.name || t('common.unknownCustomer') : nameOfColleague(call)
  const isTalking = line.phase === 'talking'
  return (
    <div className={styles.levels}>
      <div>
        <span className={styles.label}>
          {talks?.isMuted ? <MicOff size={14} aria-hidden="true" /> : <User size={14} aria-hidden="true" />}
          <span className="ell">{talks?.isMuted ? t('calls.isMuted', { name: other }) : other}</span>
        </span>
        <Meter level={isTalking ? line.theirs : null} />
      </div>
      <div>
        <span className={styles.label}>
          {line.isMuted ? <MicOff size={14} aria-hidden="true" /> : <Mic size={14} aria-hidden="true" />}
          {t(line.isMuted ? 'calls.youMuted' : 'calls.you')}
        </span>
        <Meter level={isTalking && !line.isMuted ? line.mine : null} />
      </div>
      <Quality line={line} isTalking={isTalking} />
    </div>
  )
}

const nameOfColleague = ({ mySeat, consult, operator }: CallDetails): string =>
  (mySeat?.side === 'consult' ? operator?.name : consult?.name) ?? ''

function Quality({ line: { sample, quality }, isTalking }: { line: CallState; isTalking: boolean }): ReactNode {
  const t = useT()
  const format = useFormat()
  const figure = (value: number | null, unit: 'ms' | '%'): string => {
    if (value === null || !isTalking) return '–'
    return unit === 'ms'
      ? t('calls.ms', { n: Math.round(value) })
      : t('calls.percent', { value: format.number(Math.round(value * 10) / 10) })
  }
  return (
    <div>
      <span className={styles.quality} data-level={isTalking ? quality : undefined}>
        {isTalking ? t(`calls.levels.${quality}`) : t('calls.levels.unknown')}
      </span>
      <dl className={styles.figures}>
        <div>
          <dt>{t('calls.delay')}</dt>
          <dd>{figure(sample.delayMs, 'ms')}</dd>
        </div>
        <div>
          <dt>{t('calls.jitter')}</dt>
          <dd>{figure(sample.jitterMs, 'ms')}</dd>
        </div>
        <div>
          <dt>{t('calls.loss')}</dt>
          <dd>{figure(sample.lossPercent, '%')}</dd>
        </div>
      </dl>
    </div>
  )
}

/** The last seconds of a level; only a picture of what is heard. Null: nothing is listened to. */
function Meter({ level }: { level: number | null }): ReactNode {
  const [levels, setLevels] = useState<readonly number[]>(() => Array.from({ length: bars }, () => 0))
  const latest = useRef(level)
  useEffect(() => {
    latest.current = level
  }, [level])
  useEffect(() => {
    const timer = setInterval(() => setLevels((old) => [...old.slice(1), latest.current ?? 0]), 250)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className={styles.meter} data-silent={level === null || undefined} aria-hidden="true">
      {levels.map((one, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a place in the picture
        <i key={i} style={{ height: 4 + Math.round(Math.min(1, one * 3) * 22) }} data-on={one > 0.01 || undefined} />
      ))}
    </span>
  )
}
