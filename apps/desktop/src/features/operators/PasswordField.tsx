import { limits } from '@care/domain'
import TextField from '@mui/material/TextField'
import { Eye, EyeOff } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { IconAction } from '../../shared/ui/Section.tsx'
import styles from './operators.module.css'

interface PasswordFieldProps {
  label: string
  value: string
  /** It was sent once already: what is missing is said now. */
  hasTried: boolean
  hasFocus?: boolean
  onChange: (password: string) => void
}

export const isPasswordLong = (password: string): boolean => password.length >= limits.password.min

/** A password for a colleague; shown on demand, because it has to be told. */
export function PasswordField({ label, value, hasTried, hasFocus, onChange }: PasswordFieldProps): ReactNode {
  const t = useT()
  const [isShown, setIsShown] = useState(false)
  return (
    <div className={styles.password}>
      <TextField
        label={label}
        type={isShown ? 'text' : 'password'}
        value={value}
        size="small"
        fullWidth
        {...(hasFocus ? { inputRef: focusHere } : {})}
        error={hasTried && !isPasswordLong(value)}
        helperText={t('operators.passwordHint', { n: limits.password.min })}
        onChange={(event) => onChange(event.target.value)}
        slotProps={{
          htmlInput: { maxLength: limits.password.max, autoComplete: 'new-password', spellCheck: false, dir: 'ltr' },
        }}
      />
      <IconAction label={t('operators.showPassword')} aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
        {isShown ? <EyeOff size={16} aria-hidden="true" /> : <Eye size={16} aria-hidden="true" />}
      </IconAction>
    </div>
  )
}
