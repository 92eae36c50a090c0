import type { ReactNode } from 'react'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { cityOf, isKnownZone } from './local-time.ts'

/** What time it is for the customer, live; only the zone's name when this browser does not know it. */
export function LocalTime({ timeZone }: { timeZone: string }): ReactNode {
  const t = useT()
  const format = useFormat()
  const isKnown = timeZone !== '' && isKnownZone(timeZone)
  const time = useTick((now) => (isKnown ? format.time(now, timeZone) : ''))
  return <span className="num">{isKnown ? t('customer.localTime', { city: cityOf(timeZone), time }) : timeZone}</span>
}
