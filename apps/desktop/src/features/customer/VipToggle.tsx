import { Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { VipMark } from '../../shared/ui/marks.tsx'
import styles from './customer.module.css'

interface VipToggleProps {
  isVip: boolean
  isReadOnly: boolean
  onChange: (isVip: boolean) => void
}

/** The gold mark as a switch; only the mark itself for those who may not change it. */
export function VipToggle({ isVip, isReadOnly, onChange }: VipToggleProps): ReactNode {
  const t = useT()
  if (isReadOnly) return isVip && <VipMark />
  const label = t(isVip ? 'customer.removeVip' : 'customer.markVip')
  return (
    <button
      type="button"
      className={styles.vip}
      aria-pressed={isVip}
      aria-label={t('customer.vip')}
      title={label}
      onClick={() => onChange(!isVip)}
    >
      {isVip ? <VipMark /> : <Star size={14} aria-hidden="true" />}
    </button>
  )
}
