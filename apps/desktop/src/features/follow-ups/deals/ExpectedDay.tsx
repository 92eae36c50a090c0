import type { Deal } from '@care/contract'
import { wallOf } from '@care/domain/follow-ups'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTick } from '../../../shared/hooks/useTick.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../../shared/i18n/useFormat.ts'
import { dayText, ownZone } from '../due-words.ts'
import styles from '../follow-ups.module.css'

/** The day on which a deal is expected, red with a triangle when that is over and the deal still open. */
export function ExpectedDay({ deal: { expectedOn, state } }: { deal: Deal }): ReactNode {
  const t = useT()
  const format = useFormat()
  const isOverdue = useTick(
    (now) => state === 'open' && expectedOn !== null && expectedOn < wallOf(now, ownZone()).date,
  )
  return (
    <span className={styles.due} data-overdue={isOverdue || undefined}>
      {isOverdue && <TriangleAlert size={12} aria-label={t('followUps.groups.overdue')} />}
      <span className="ell">{expectedOn === null ? t('followUps.noDue') : dayText(expectedOn, format)}</span>
    </span>
  )
}
