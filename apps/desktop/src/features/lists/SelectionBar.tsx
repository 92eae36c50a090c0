import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useList } from './list-store.ts'
import styles from './lists.module.css'
import { countWords, type Counted } from './count-words.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'

interface SelectionBarProps {
  /** How many the filter finds. */
  total: Counted | undefined
  shown: number
  /** What can be done to all of them. */
  children?: ReactNode
}

/** How many are chosen, and what can be done to them. */
export function SelectionBar({ total, shown, children }: SelectionBarProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const { selection, clearSelection, selectAllMatching } = useList()
  const count = selection.isAllMatching && total ? countWords(format, total) : format.number(selection.ids.size)
  if (selection.ids.size === 0) return null
  const isMore = total !== undefined && (total.isMore || total.count > shown || selection.ids.size < total.count)
  return (
    <div role="toolbar" aria-label={t('lists.bulk')} className={styles.bulk}>
      <button
        type="button"
        aria-label={t('lists.clearSelection')}
        title={t('lists.clearSelection')}
        onClick={clearSelection}
      >
        <X size={16} aria-hidden="true" />
      </button>
      <b>{t('lists.selected', { count })}</b>
      {!selection.isAllMatching && isMore && (
        <button type="button" className={styles.flat} data-tone="link" onClick={selectAllMatching}>
          {t('lists.selectAll', { count: countWords(format, total) })}
        </button>
      )}
      {children}
    </div>
  )
}
