import type { AwayReason, ShownPresence } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'

export const presenceColour: Record<ShownPresence, string> = {
  available: 'var(--ok-s)',
  busy: 'var(--warn-s)',
  away: 'var(--t3)',
  offline: 'var(--t3)',
}

/** Reasons that a person may choose; `missedOffers` is set by routing alone (rule 16). */
export const choosableReasons = [
  'lunch',
  'break',
  'training',
  'meeting',
  'other',
] as const satisfies readonly AwayReason[]

export function reasonWord(t: DesktopT, reason: AwayReason): string {
  switch (reason) {
    case 'lunch':
      return t('presence.lunch')
    case 'break':
      return t('presence.break')
    case 'training':
      return t('presence.training')
    case 'meeting':
      return t('presence.meeting')
    case 'other':
      return t('presence.other')
    case 'missedOffers':
      return t('presence.missedOffers')
  }
}

export function presenceWord(
  t: DesktopT,
  shown: ShownPresence,
  reason: AwayReason | null,
  isDoNotDisturb = false,
): string {
  if (isDoNotDisturb && shown !== 'offline') return t('presence.doNotDisturb')
  switch (shown) {
    case 'available':
      return t('presence.available')
    case 'busy':
      return t('presence.busy')
    case 'away':
      return reason ? reasonWord(t, reason) : t('presence.away')
    case 'offline':
      return t('presence.offline')
  }
}
