import type { ReactNode } from 'react'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import styles from './customer.module.css'
import { cityOf, isKnownZone } from './local-time.ts'

/** What time it is for the customer, live; nothing when his time zone is not known. */
export function LocalTime({ timeZone }: { timeZone: string }): ReactNode {
  const t = useT()
  const format = useFormat()
  const isKnown = timeZone !== '' && isKnownZone(timeZone)
  const time = useTick((now) => (isKnown ? format.time(now, timeZone) : ''))
  if (!isKnown) return null
  return <div className={`${styles.sub} num`}>{t('customer.localTime', { city: cityOf(timeZone), time })}</div>
}
