import type { Todo } from '@care/contract'
import { daysAfter, instantOf, wallOf } from '@care/domain/follow-ups'
import type { DesktopT } from '@care/i18n/desktop'
import type { Format } from '../../shared/i18n/useFormat.ts'

/** Whose clocks the reader looks at. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Day and time of a to-do as the reader's clocks show it; a day without a time is the same day everywhere. */
export function shownDue({ due, dueAt }: Pick<Todo, 'due' | 'dueAt'>): { date: string; time: string | null } | null {
  if (due === null || dueAt === null) return null
  return due.time === null ? { date: due.date, time: null } : wallOf(dueAt, ownZone())
}

/** A calendar day as one writes it. */
export const dayText = (date: string, format: Format): string => format.date(instantOf(date, '12:00', ownZone()))

/** 'Today, 14:00', 'Tomorrow', '3 May 2027'. */
export function dueText(todo: Pick<Todo, 'due' | 'dueAt'>, now: number, t: DesktopT, format: Format): string {
  const shown = shownDue(todo)
  if (shown === null) return t('followUps.noDue')
  const today = wallOf(now, ownZone()).date
  const near = new Map([
    [today, t('followUps.today')],
    [daysAfter(today, 1), t('followUps.tomorrow')],
    [daysAfter(today, -1), t('followUps.yesterday')],
  ])
  const day = near.get(shown.date) ?? dayText(shown.date, format)
  return shown.time === null ? day : t('followUps.at', { day, time: shown.time })
}
