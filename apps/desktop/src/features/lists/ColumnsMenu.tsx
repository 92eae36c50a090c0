import type { ListLayout } from '@care/contract'
import Popover from '@mui/material/Popover'
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { columnIds, columns, moved, usualLayout, withColumn } from './columns.ts'
import styles from './lists.module.css'

interface ColumnsMenuProps {
  layout: ListLayout
  onLayout: (layout: ListLayout) => void
}

/** Which columns are shown, and in what order. Their widths are drawn at the titles. */
export function ColumnsMenu({ layout, onLayout }: ColumnsMenuProps): ReactNode {
  const t = useT()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const shown = layout.map(({ id }) => id)
  const ordered = [...shown, ...columnIds.filter((id) => !shown.includes(id))]
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.flat}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <Columns3 size={14} aria-hidden="true" />
        {t('lists.columnsTitle')}
      </button>
      <Popover
        open={isOpen}
        anchorEl={() => button.current}
        onClose={() => setIsOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('lists.columnsTitle'), sx: { mt: '4px' } } }}
      >
        <ul className={styles.columns}>
          {ordered.map((id) => {
            const at = shown.indexOf(id)
            const name = t(columns[id].word)
            return (
              <li key={id}>
                <label className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={at >= 0}
                    disabled={at >= 0 && shown.length === 1}
                    onChange={(event) => onLayout(withColumn(layout, id, event.target.checked))}
                  />
                  <span className="ell">{name}</span>
                </label>
                <button
                  type="button"
                  aria-label={t('lists.moveUp', { column: name })}
                  disabled={at <= 0}
                  onClick={() => onLayout(moved(layout, id, -1))}
                >
                  <ArrowUp size={14} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  aria-label={t('lists.moveDown', { column: name })}
                  disabled={at < 0 || at === shown.length - 1}
                  onClick={() => onLayout(moved(layout, id, 1))}
                >
                  <ArrowDown size={14} aria-hidden="true" />
                </button>
              </li>
            )
          })}
        </ul>
        <button type="button" className={styles.flat} data-tone="link" onClick={() => onLayout(usualLayout)}>
          {t('lists.usualColumns')}
        </button>
      </Popover>
    </>
  )
}
