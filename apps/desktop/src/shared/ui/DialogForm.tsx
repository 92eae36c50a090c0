import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import type { DesktopT } from '@care/i18n/desktop'
import type { ReactNode } from 'react'
import { errorText } from '../error-text.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import styles from './dialog-form.module.css'
import { Key } from './marks.tsx'

interface DialogFormProps {
  /** The form's name and, unless `send` says otherwise, the button's. */
  label: string
  send?: string
  /** It is on its way, or cannot be sent as it stands. */
  isDisabled: boolean
  /** Why the last try was refused. */
  error: Error | null
  /** Words for it where the code alone says too little. */
  errorText?: (t: DesktopT, error: Error) => string
  onSubmit: () => void
  onClose: () => void
  /** Another way to send, beside the first. */
  other?: { label: string; onClick: () => void } | undefined
  /** Before the buttons. */
  hint?: ReactNode
  children: ReactNode
}

/** Fields of a dialog above its refusal, Cancel and the button that sends; goes into a Dialog with `submitByKey`. */
export function DialogForm({
  label,
  send = label,
  isDisabled,
  error,
  errorText: sayError = errorText,
  onSubmit,
  onClose,
  other,
  hint,
  children,
}: DialogFormProps): ReactNode {
  const t = useT()
  return (
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <DialogContent className={styles.fields}>
        {children}
        {error && (
          <p role="alert" className={styles.problem}>
            {sayError(t, error)}
          </p>
        )}
      </DialogContent>
      <DialogActions>
        {hint}
        <Button variant="text" color="inherit" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {other && (
          <Button variant="outlined" color="inherit" disabled={isDisabled} onClick={other.onClick}>
            {other.label}
          </Button>
        )}
        <Button
          type="submit"
          variant="contained"
          disabled={isDisabled}
          aria-keyshortcuts="Control+Enter"
          endIcon={<Key on="primary" of="Ctrl+Enter" />}
        >
          {send}
        </Button>
      </DialogActions>
    </form>
  )
}
