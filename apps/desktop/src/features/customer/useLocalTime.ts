import { useTick } from '../../shared/hooks/useTick.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { cityOf, isKnownZone } from './local-time.ts'

/** "Sofia, local time 14:08", live; only the zone's name when this browser does not know it. */
export function useLocalTime(timeZone: string): string {
  const t = useT()
  const format = useFormat()
  const isKnown = timeZone !== '' && isKnownZone(timeZone)
  const time = useTick((now) => (isKnown ? format.time(now, timeZone) : ''))
  return isKnown ? t('customer.localTime', { city: cityOf(timeZone), time }) : timeZone
}
