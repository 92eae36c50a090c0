import { Phone, PhoneOff } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { usePhoneLine } from './phone-line.ts'
import styles from './softphone.module.css'

/** How the operator's phone line stands: an icon while it is ready, else in words. Nothing without a line. */
export function LineState(): ReactNode {
  const t = useT()
  const { user, state } = usePhoneLine()
  const isDeaf = useIsDeaf()
  if (user === null) return null
  const { registration, refusal } = state
  const isRegistered = registration === 'registered'
  const isReady = isRegistered && !isDeaf
  const wordsOfState = isRegistered ? t('softphone.states.registered', { user }) : t(`softphone.states.${registration}`)
  const words = isRegistered && isDeaf ? t('softphone.noMicrophone') : wordsOfState
  const title = refusal === null ? words : `${words}. ${t(`softphone.refusals.${refusal}`)}`
  const Icon = isReady ? Phone : PhoneOff
  return (
    <output className={styles.line} data-state={isRegistered && isDeaf ? 'lost' : registration} title={title}>
      <Icon size={16} aria-hidden="true" />
      <span className={isReady ? 'sr' : undefined}>{title}</span>
    </output>
  )
}

/** This machine has no microphone; false where the browser does not say. */
function useIsDeaf(): boolean {
  const [isDeaf, setIsDeaf] = useState(false)
  useEffect(() => {
    const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
    const read = (): void => void countMicrophones().then((count) => setIsDeaf(count === 0))
    read()
    mediaDevices?.addEventListener('devicechange', read)
    return () => mediaDevices?.removeEventListener('devicechange', read)
  }, [])
  return isDeaf
}
/** Before a microphone was allowed a browser names none, but says that there is one. */
async function countMicrophones(): Promise<number | null> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
  const all = await mediaDevices?.enumerateDevices().catch(() => undefined)
  return all?.filter(({ kind }) => kind === 'audioinput').length ?? null
}
