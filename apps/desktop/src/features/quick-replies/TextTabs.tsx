import type { ReplyTexts } from '@care/contract'
import { languages } from '@care/contract/wire'
import { limits } from '@care/domain'
import { variableNames } from '@care/domain/quick-replies'
import type { Language } from '@care/i18n/core'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { MenuButton } from '../../shared/ui/MenuButton.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { variableWords } from '../../shared/words/variables.ts'
import { languageName } from './language-name.ts'
import styles from './quick-replies.module.css'

interface TextTabsProps {
  texts: ReplyTexts
  problems: Partial<Record<Language, string>>
  /** There is no text in any language. */
  missing: string | null
  isReadOnly: boolean
  onChange: (texts: ReplyTexts) => void
}

/** The text in each language on a tab of its own, with a menu of the variables. */
export function TextTabs({ texts, problems, missing, isReadOnly, onChange }: TextTabsProps): ReactNode {
  const t = useT()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const selection = useRef<{ start: number; end: number } | null>(null)
  const first = languages.find((one) => texts[one] !== undefined)
  const [chosen, choose] = useState<Language>(texts[t.language] === undefined ? (first ?? t.language) : t.language)
  const text = texts[chosen] ?? ''
  const problem = problems[chosen] ?? missing
  const fieldNames = useFieldNames(chosen)
  const write = (value: string): void => onChange({ ...texts, [chosen]: value })
  useEffect(() => {
    const mark = selection.current
    if (!mark) return
    selection.current = null
    // The menu gives the focus back to its button as it goes; the field takes it after that.
    setTimeout(() => {
      field.current?.focus()
      field.current?.setSelectionRange(mark.start, mark.end)
    })
  }, [text])
  /** `mark`: how much of the piece is selected, counted from both of its ends. */
  const insert = (piece: string, mark: number | null): void => {
    const [from, to] = [field.current?.selectionStart ?? text.length, field.current?.selectionEnd ?? text.length]
    selection.current =
      mark === null
        ? { start: from + piece.length, end: from + piece.length }
        : { start: from + mark, end: from + piece.length - 1 }
    write(text.slice(0, from) + piece + text.slice(to))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = languages[(languages.indexOf(chosen) + step + languages.length) % languages.length] ?? chosen
    choose(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <div className={styles.field}>
      <div className={styles.tabsLine}>
        <div role="tablist" aria-label={t('quickReplies.languages')} className={styles.tabs}>
          {languages.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`${id}-${one}`}
              aria-controls={`${id}-panel`}
              aria-selected={one === chosen}
              tabIndex={one === chosen ? 0 : -1}
              data-has={(texts[one] ?? '').trim() === '' ? undefined : ''}
              data-problem={problems[one] === undefined ? undefined : ''}
              onClick={() => choose(one)}
              onKeyDown={onKeyDown}
            >
              {languageName(t.language, one)}
            </button>
          ))}
        </div>
        {!isReadOnly && (
          <MenuButton
            label={t('quickReplies.insertVariable')}
            choices={[
              ...variableNames.map((name) => ({
                key: name,
                label: t(variableWords[name]),
                hint: <small>{`{${name}}`}</small>,
                onChoose: () => insert(`{${name}}`, null),
              })),
              ...fieldNames.map((name, i) => ({
                key: `request:${name}`,
                startsGroup: i === 0,
                label: t('quickReplies.requestField', { name }),
                hint: <small>{`{request:${name}}`}</small>,
                onChoose: () => insert(`{request:${name}}`, null),
              })),
              {
                key: 'blank',
                startsGroup: true,
                label: t('quickReplies.blank'),
                hint: <small>{'{?…}'}</small>,
                onChoose: () => insert(`{?${t('quickReplies.blankWords')}}`, 2),
              },
            ]}
            opener={(props) => (
              <Button size="small" color="inherit" {...props}>
                {t('quickReplies.insertVariable')}
              </Button>
            )}
          />
        )}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        <textarea
          ref={field}
          rows={7}
          lang={chosen}
          value={text}
          maxLength={limits.quickReply.text}
          aria-label={t('quickReplies.textIn', { language: languageName(t.language, chosen) })}
          aria-invalid={problem !== null && problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      {problem && (
        <small id={`${id}-problem`} data-problem="" role="alert">
          {problem}
        </small>
      )}
    </div>
  )
}

/** Own fields of all request types, each name once; a person is nothing to write to a customer. */
function useFieldNames(language: Language): string[] {
  const types = useQuery(requestTypesQuery).data ?? []
  const fields = types.flatMap((type) => type.fields).filter(({ kind, isRemoved }) => kind !== 'person' && !isRemoved)
  return [...new Set(fields.map(({ name }) => localName(name, language)))].filter((name) =>
    /^[^{}\n]{1,80}$/u.test(name),
  )
}
