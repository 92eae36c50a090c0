import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { focusHere } from './focus-here.ts'

interface NameFieldProps {
  label: string
  value: string
  /** What is wrong, in words. */
  problem: string | null
  /** What stands below it while nothing is wrong. */
  hint?: string | null
  /** In characters. */
  longest?: number
  onChange: (value: string) => void
}

/** The name of what a settings dialog is about: its first field, which has the focus. */
export function NameField({ label, value, problem, hint = null, longest = 100, onChange }: NameFieldProps): ReactNode {
  return (
    <TextField
      label={label}
      value={value}
      size="small"
      margin="dense"
      inputRef={focusHere}
      error={problem !== null}
      helperText={problem ?? hint}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: longest, autoComplete: 'off', dir: 'auto' } }}
    />
  )
}
