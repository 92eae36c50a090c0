import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'

interface NumberFieldProps {
  label: string
  /** What it does. */
  hint: string
  /** As typed; '' where it may be left empty. */
  value: string
  min: number
  max: number
  mayBeEmpty?: boolean
  onChange: (typed: string) => void
}

/** The number, null when the field is empty, NaN when it is none or out of its bounds. */
export function readNumber(typed: string, { min, max }: { min: number; max: number }): number | null {
  if (typed.trim() === '') return null
  const number = Number(typed)
  return Number.isInteger(number) && number >= min && number <= max ? number : Number.NaN
}

/** A whole number with its explanation below; what cannot be is said there. */
export function NumberField({ label, hint, value, min, max, mayBeEmpty, onChange }: NumberFieldProps): ReactNode {
  const t = useT()
  const number = readNumber(value, { min, max })
  const isWrong = number === null ? mayBeEmpty !== true : Number.isNaN(number)
  return (
    <TextField
      label={label}
      value={value}
      size="small"
      fullWidth
      error={isWrong}
      helperText={isWrong ? t('settings.between', { min: String(min), max: String(max) }) : hint}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 9, autoComplete: 'off' } }}
    />
  )
}
