import { isSkill, normaliseSkills } from '@care/domain'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'

interface SkillsFieldProps {
  label: string
  hint: string
  skills: readonly string[]
  most: number
  /** Null while what is typed cannot be saved. */
  onChange: (skills: string[] | null) => void
}

const read = (typed: string, most: number): string[] | null => {
  const skills = normaliseSkills(typed.split(/[,;\n]/).filter((one) => one.trim() !== ''))
  return skills.every(isSkill) && skills.length <= most ? skills : null
}

/** Skills as one types them, with commas between. */
export function SkillsField({ label, hint, skills, most, onChange }: SkillsFieldProps): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState(skills.join(', '))
  // Somebody else's skills were loaded.
  const [shown, setShown] = useState(skills)
  if (skills !== shown) {
    setShown(skills)
    if (read(typed, most)?.join() !== skills.join()) setTyped(skills.join(', '))
  }
  const isWrong = read(typed, most) === null
  return (
    <TextField
      label={label}
      value={typed}
      size="small"
      fullWidth
      error={isWrong}
      helperText={isWrong ? t('settings.skillsWrong', { n: most }) : hint}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(read(event.target.value, most))
      }}
      slotProps={{ htmlInput: { maxLength: 1200, autoComplete: 'off', dir: 'auto' } }}
    />
  )
}
