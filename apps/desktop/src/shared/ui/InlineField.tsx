import { Pencil } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode, type Ref } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { InlineEditor } from './InlineEditor.tsx'
import styles from './ui.module.css'

export interface InlineFieldProps {
  /** Of the button, so that something else on the screen can open the field. */
  id?: string
  label: string
  value: string
  /** Shown instead of the value when not editing, e.g. a name for a key. */
  shown?: ReactNode
  /** Grey words when empty. */
  placeholder?: string
  /** Values as text, no hover. */
  isReadOnly?: boolean
  isMultiline?: boolean
  /** Most characters; near it they are counted, over it nothing is sent and the text is kept (rule 5). */
  limit?: number
  type?: 'text' | 'email' | 'tel' | 'date' | 'datetime-local'
  /** Values to choose from while typing; asked with each change. */
  suggestions?: readonly string[]
  onType?: (typed: string) => void
  /** The value has become a field: remember what was seen. */
  onOpen?: () => void
  /** Words of what is wrong, or null; asked before saving. */
  check?: (value: string) => string | null
  /** Takes the new value; what the server says to it comes back as `error` and `isPending`. */
  onSave: (value: string) => void
  /** Esc in a field whose value was refused: forget it. */
  onGiveUp?: () => void
  /** Why the value was refused, below the field. */
  error?: string | null
  /** Without the visible label: a name or title in larger letters, a text in plain or small ones. */
  look?: 'title' | 'plain' | 'small'
  /** Waits to be sent (offline): a dot. */
  isPending?: boolean
}

/**
 * A value that is a button and turns into a field. Enter saves (Ctrl+Enter in many lines), Esc restores, leaving saves.
 * What is wrong stands below it and the text typed is kept.
 */
export function InlineField(props: InlineFieldProps): ReactNode {
  const [isEditing, setIsEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const mustFocus = useRef(false)
  useEffect(() => {
    if (isEditing || !mustFocus.current) return
    mustFocus.current = false
    opener.current?.focus()
  }, [isEditing])
  const open = (): void => {
    props.onOpen?.()
    setIsEditing(true)
  }
  const close = (byKey: boolean): void => {
    mustFocus.current = byKey
    setIsEditing(false)
  }
  return (
    <div className={styles.prop} data-multiline={props.isMultiline || undefined} data-look={props.look}>
      {props.look === undefined && <div className={styles.propLabel}>{props.label}</div>}
      {isEditing && !props.isReadOnly ? (
        <InlineEditor {...props} onClose={close} />
      ) : (
        <Value {...props} opener={opener} onOpen={open} />
      )}
    </div>
  )
}

function Value({
  opener,
  ...props
}: InlineFieldProps & { opener: Ref<HTMLButtonElement>; onOpen: () => void }): ReactNode {
  const t = useT()
  const errorId = useId()
  const empty = props.placeholder ?? t('common.empty')
  const words = props.value === '' ? empty : typeof props.shown === 'string' ? props.shown : props.value
  const content = props.value === '' ? <span className={styles.propEmpty}>{empty}</span> : (props.shown ?? props.value)
  const text = (
    <span
      className={props.isMultiline ? styles.propText : 'ell'}
      dir="auto"
      title={props.isMultiline ? undefined : words}
    >
      {content}
    </span>
  )
  if (props.isReadOnly) return <div className={styles.propValue}>{text}</div>
  return (
    <>
      <button
        ref={opener}
        id={props.id}
        type="button"
        className={styles.propValue}
        data-invalid={Boolean(props.error) || undefined}
        aria-label={`${props.label}: ${words}`}
        aria-describedby={props.error ? errorId : undefined}
        onClick={props.onOpen}
      >
        {text}
        {props.isPending && <PendingDot />}
        <Pencil className={styles.propPen} size={14} aria-hidden="true" />
      </button>
      {props.error && (
        <div id={errorId} role="alert" className={styles.propNote} data-tone="err">
          {props.error}
        </div>
      )}
    </>
  )
}

/** A value that waits to be sent when the server is back. */
export function PendingDot(): ReactNode {
  const t = useT()
  return (
    <span className={styles.propDot} title={t('common.notSentYet')}>
      <span className="sr">{t('common.notSentYet')}</span>
    </span>
  )
}
