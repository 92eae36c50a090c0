import type { SettingField, SettingProblem, SettingValue } from '@care/domain/channels'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { longestSetting } from '@care/domain/channels'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { choiceWord, fieldWord, hintWord } from './words.ts'

interface SettingInputProps {
  /** Of channel; names the words. */
  kind: string
  field: SettingField
  value: SettingValue
  /** What is wrong with it, once it was tried. */
  problem: string | null
  onChange: (value: SettingValue) => void
}

/** One setting of a channel, drawn from its field. */
export function SettingInput({ kind, field, value, problem, onChange }: SettingInputProps): ReactNode {
  const t = useT()
  const label = fieldWord(t, kind, field.id)
  if (field.kind === 'yesNo')
    return (
      <FormControlLabel
        label={label}
        control={<Checkbox size="small" checked={value === true} onChange={(_, isChecked) => onChange(isChecked)} />}
      />
    )
  const isChoice = field.kind === 'choice'
  return (
    <TextField
      label={label}
      value={value}
      size="small"
      fullWidth
      required={field.isRequired === true}
      select={isChoice}
      error={problem !== null}
      helperText={problem === null ? hintWord(t, kind, field.id) : sayProblem(problem, field)}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        htmlInput: {
          autoComplete: 'off',
          maxLength: field.maxLength ?? longestSetting,
          spellCheck: false,
          ...(field.kind === 'number' ? { inputMode: 'numeric' } : {}),
          ...(field.kind === 'url' ? { inputMode: 'url' } : {}),
          ...(field.kind === 'email' ? { inputMode: 'email' } : {}),
        },
      }}
    >
      {isChoice
        ? field.choices?.map((choice) => (
            <MenuItem key={choice} value={choice}>
              {choiceWord(t, kind, field.id, choice)}
            </MenuItem>
          ))
        : null}
    </TextField>
  )

  function sayProblem(code: string, { kind: of, min, max }: SettingField): string {
    const isNumber = of === 'number' && code !== 'REQUIRED'
    if (isNumber && min !== undefined && max !== undefined)
      return t('settings.between', { min: String(min), max: String(max) })
    if (code === 'WRONG' && (of === 'host' || of === 'email' || of === 'url')) return t(`channels.wrong.${of}`)
    return t(`channels.wrong.${code as SettingProblem}`)
  }
}
