import type { ReactNode } from 'react'
import { useLater } from '../../shared/hooks/useLater.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { SkeletonLines } from '../../shared/ui/states.tsx'
import styles from './tasks.module.css'

/** Three rows while tasks load, of the size of real ones. */
export function RowSkeleton(): ReactNode {
  const t = useT()
  const isLate = useLater(true)
  if (!isLate) return <output aria-busy="true" aria-label={t('common.loading')} />
  return (
    <div>
      {[0, 1, 2].map((i) => (
        <div key={i} className={styles.skeletonRow}>
          <i />
          <SkeletonLines lines={3} />
        </div>
      ))}
    </div>
  )
}
