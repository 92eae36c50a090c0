import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { ChevronDown } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { PendingDot } from './InlineField.tsx'
import styles from './ui.module.css'

interface SelectFieldProps<V extends string> {
  label: string
  /** The chosen key; null when none of the options is chosen. */
  value: V | null
  /** Words of the value. */
  shown: string
  options: readonly { value: V; label: string }[]
  onSelect: (value: V) => void
  /** The list is about to open: remember what was seen, fetch what the list needs. */
  onOpen?: () => void
  isReadOnly?: boolean
  isPending?: boolean
  error?: string | null
  /** The value is a grey word for "nothing". */
  isEmpty?: boolean
}

/** A value out of a list: a button that opens a menu, next to InlineField in the same grid. */
export function SelectField<V extends string>(props: SelectFieldProps<V>): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const text = <span className={props.isEmpty ? `ell ${styles.propEmpty}` : 'ell'}>{props.shown}</span>
  return (
    <div className={styles.prop}>
      <div className={styles.propLabel}>{props.label}</div>
      {props.isReadOnly ? (
        <div className={styles.propValue}>{text}</div>
      ) : (
        <button
          ref={button}
          type="button"
          className={`${styles.propValue} ${styles.propSelect}`}
          aria-label={`${props.label}: ${props.shown}`}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onClick={() => {
            props.onOpen?.()
            setIsOpen(true)
          }}
        >
          {text}
          {props.isPending && <PendingDot />}
          <ChevronDown className={styles.propPen} size={14} aria-hidden="true" />
        </button>
      )}
      {props.error && (
        <div role="alert" className={styles.propNote} data-tone="err">
          {props.error}
        </div>
      )}
      <Menu
        open={isOpen}
        anchorEl={() => button.current}
        onClose={() => setIsOpen(false)}
        slotProps={{
          list: { 'aria-label': props.label, dense: true },
          paper: { sx: { maxHeight: 320, minWidth: 180 } },
        }}
      >
        {props.options.map((option) => (
          <MenuItem
            key={option.value}
            selected={option.value === props.value}
            onClick={() => {
              setIsOpen(false)
              if (option.value !== props.value) props.onSelect(option.value)
            }}
          >
            {option.label}
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}
