import { useState, type ReactNode } from 'react'
import { foldText } from '@care/domain'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { SkeletonLines } from '../../shared/ui/states.tsx'
import styles from './lists.module.css'
import type { Choice } from './useChoices.ts'

interface ChoiceEditorProps {
  choices: readonly Choice[] | undefined
  values: readonly string[]
  isSingle?: boolean
  onValues: (values: string[]) => void
}
/** From so many on a field narrows them. */
const many = 9

/** Values with a mark each. One that exists no more stands with the others, to be taken out. */
export function ChoiceEditor({ choices, values, isSingle, onValues }: ChoiceEditorProps): ReactNode {
  const t = useT()
  const [words, setWords] = useState('')
  if (!choices) return <SkeletonLines lines={3} />
  const gone = values.filter((value) => !choices.some((choice) => choice.value === value))
  const all = [...gone.map((value) => ({ value, label: t('lists.gone') })), ...choices]
  const shown = all.filter(({ label }) => foldText(label).includes(foldText(words.trim())))
  const toggle = (value: string): void => {
    if (isSingle) onValues([value])
    else onValues(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  }
  return (
    <div className={styles.editor}>
      {all.length >= many && (
        <input
          type="search"
          className={styles.field}
          value={words}
          aria-label={t('lists.findValue')}
          placeholder={t('lists.findValue')}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <div className={styles.choices}>
        {shown.map(({ value, label }) => (
          <label key={value} className={styles.choice}>
            <input
              type={isSingle ? 'radio' : 'checkbox'}
              checked={values.includes(value)}
              onChange={() => toggle(value)}
            />
            <span className="ell" dir="auto">
              {label}
            </span>
          </label>
        ))}
        {shown.length === 0 && <p className={styles.none}>{t('lists.noValue')}</p>}
      </div>
    </div>
  )
}
