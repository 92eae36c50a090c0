import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import styles from './request-types.module.css'

interface LineProps {
  /** Which list it is of: a line is dropped only among its own. */
  kind: string
  name: string
  index: number
  count: number
  onMove: (from: number, to: number) => void
  onRemove: (() => void) | null
  children: ReactNode
}

/** A line that changes its place by buttons or by dragging. */
export function Line({ kind, name, index, count, onMove, onRemove, children }: LineProps): ReactNode {
  const t = useT()
  const [isOver, setIsOver] = useState(false)
  const type = `application/x-care-${kind}`
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging; the buttons do the same by key
    <li
      className={styles.line}
      draggable
      data-over={isOver || undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData(type, String(index))
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(type)) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        const from = event.dataTransfer.getData(type)
        if (from === '') return
        event.preventDefault()
        onMove(Number(from), index)
      }}
    >
      <GripVertical className={styles.grip} size={14} aria-hidden="true" />
      <div className={styles.grow}>{children}</div>
      <IconAction
        label={t('requestTypes.up', { name })}
        disabled={index === 0}
        onClick={() => onMove(index, index - 1)}
      >
        <ArrowUp size={16} aria-hidden="true" />
      </IconAction>
      <IconAction
        label={t('requestTypes.down', { name })}
        disabled={index === count - 1}
        onClick={() => onMove(index, index + 1)}
      >
        <ArrowDown size={16} aria-hidden="true" />
      </IconAction>
      <IconAction label={t('requestTypes.remove', { name })} disabled={onRemove === null} onClick={() => onRemove?.()}>
        <Trash2 size={16} aria-hidden="true" />
      </IconAction>
    </li>
  )
}
