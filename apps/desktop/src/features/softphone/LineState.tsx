import { Phone, PhoneOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { usePhoneLine } from './phone-line.ts'
import styles from './softphone.module.css'

/** How the operator's phone line stands: an icon, in words on pointing and for who listens. Nothing without a line. */
export function LineState(): ReactNode {
  const t = useT()
  const { user, state } = usePhoneLine()
  if (user === null) return null
  const { registration, refusal } = state
  const isReady = registration === 'registered'
  const words = isReady ? t('softphone.states.registered', { user }) : t(`softphone.states.${registration}`)
  const title = refusal === null ? words : `${words}. ${t(`softphone.refusals.${refusal}`)}`
  const Icon = isReady ? Phone : PhoneOff
  return (
    <output className={styles.line} data-state={registration} title={title}>
      <Icon size={16} aria-hidden="true" />
      <span className="sr">{title}</span>
    </output>
  )
}
