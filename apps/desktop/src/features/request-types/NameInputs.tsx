import TextField from '@mui/material/TextField'
import { languages } from '@care/contract/wire'
import type { StageView } from '@care/contract'
import { limits } from '@care/domain'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { languageNames } from '../../shared/words/language-names.ts'

interface NameInputsProps {
  label: string
  name: StageView['name']
  problem?: string | null
  inputRef?: (element: HTMLElement | null) => void
  onChange: (name: StageView['name']) => void
}

/** A name in one's own language, and in the others where they are wanted; an empty one is said in another language. */
export function NameInputs({ label, name, problem = null, inputRef, onChange }: NameInputsProps): ReactNode {
  const t = useT()
  const [areAllShown, setAllShown] = useState(false)
  const input = (language: (typeof languages)[number]): ReactNode => (
    <TextField
      key={language}
      size="small"
      fullWidth
      label={language === t.language ? label : `${label}, ${languageNames[language]}`}
      value={name[language]}
      error={problem !== null && language === t.language}
      helperText={language === t.language ? problem : null}
      {...(language === t.language && inputRef ? { inputRef } : {})}
      onChange={(event) => onChange({ ...name, [language]: event.target.value })}
      slotProps={{ htmlInput: { maxLength: limits.fieldName, autoComplete: 'off', dir: 'auto', lang: language } }}
    />
  )
  return (
    <>
      {input(t.language)}
      {areAllShown ? (
        languages.filter((language) => language !== t.language).map(input)
      ) : (
        <div>
          <LinkButton onClick={() => setAllShown(true)}>{t('requestTypes.otherLanguages')}</LinkButton>
        </div>
      )}
    </>
  )
}
