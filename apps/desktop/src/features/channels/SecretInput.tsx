import type { SettingField } from '@care/domain/channels'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import styles from './channels.module.css'
import { fieldWord, hintWord } from './words.ts'

interface SecretInputProps {
  kind: string
  field: SettingField
  /** There is one already; what it is nobody is told. */
  isSet: boolean
  /** Typed anew; undefined = as it is, null = to be taken away. */
  typed: string | null | undefined
  isMissing: boolean
  onChange: (typed: string | null | undefined) => void
}

/** A secret: typed anew, left as it is, or taken away where it need not be. */
export function SecretInput({ kind, field, isSet, typed, isMissing, onChange }: SecretInputProps): ReactNode {
  const t = useT()
  const label = fieldWord(t, kind, field.id)
  const isCleared = typed === null
  const hint = isCleared ? t('channels.secretCleared') : isSet ? t('channels.secretSet') : hintWord(t, kind, field.id)
  return (
    <div className={styles.secret}>
      <TextField
        label={label}
        type="password"
        size="small"
        fullWidth
        value={typed ?? ''}
        required={field.isRequired === true && !isSet}
        error={isMissing}
        helperText={isMissing ? t('channels.wrong.REQUIRED') : hint}
        placeholder={isSet && !isCleared ? '••••••••' : ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        slotProps={{
          htmlInput: { autoComplete: 'new-password', maxLength: 10_000, spellCheck: false },
          ...(isSet && !isCleared ? { inputLabel: { shrink: true } } : {}),
        }}
      />
      {isSet && field.isRequired !== true && (
        <Button size="small" color="inherit" onClick={() => onChange(isCleared ? undefined : null)}>
          {isCleared ? t('channels.secretKeep', { name: label }) : t('channels.secretClear', { name: label })}
        </Button>
      )}
    </div>
  )
}
