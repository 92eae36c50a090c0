import type { DesktopT } from '@care/i18n/desktop'
import { serverNow } from '../../shared/clock.ts'
import type { Format } from '../../shared/i18n/useFormat.ts'
import type { JourneyActivity } from './rows.ts'

/** How a call back stands: its time, or how the last try went and which one it was, or that nobody is to call (row K4). */
export function callbackWords(
  t: DesktopT,
  format: Pick<Format, 'date' | 'day' | 'time'>,
  { callback, state }: Pick<JourneyActivity, 'callback' | 'state'>,
): string {
  if (callback === null) return ''
  const { dueAt, tries, lastOutcome, isCancelled } = callback
  if (isCancelled) return t('callbacks.cancelled')
  const tried = lastOutcome === null ? [] : [t(`callbacks.outcomes.${lastOutcome}`), t('journey.tries', { n: tries })]
  if (state === 'planned' && dueAt !== null) tried.push(t('journey.dueAt', { time: shortTime(format, dueAt) }))
  return tried.join(' · ')
}

/** '14:08', or '13 November, 14:08' of another day: a row has no room for a year, and the time comes last. */
function shortTime(format: Pick<Format, 'date' | 'day' | 'time'>, at: number): string {
  const time = format.time(at)
  return format.date(at) === format.date(serverNow()) ? time : `${format.day(at)}, ${time}`
}
