import { Check, X } from 'lucide-react'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { focusHere } from './focus-here.ts'
import type { InlineFieldProps } from './InlineField.tsx'
import { optionId, SuggestionList } from './SuggestionList.tsx'
import styles from './ui.module.css'

/** From this share of the limit on, the characters left are counted. */
const nearLimit = 0.9
const shownSuggestions = 8

/** The open state of an InlineField. */
export function InlineEditor({
  onClose,
  ...props
}: InlineFieldProps & { onClose: (byKey: boolean) => void }): ReactNode {
  const t = useT()
  const [text, setText] = useState(props.value)
  const [problem, setProblem] = useState<string | null>(props.error ?? null)
  const [chosen, setChosen] = useState(-1)
  const noteId = useId()
  const listId = useId()
  const left = props.limit === undefined ? Infinity : props.limit - text.trim().length
  const isNear = props.limit !== undefined && left < props.limit * (1 - nearLimit)
  const suggestions = (props.suggestions ?? []).filter((value) => value !== text).slice(0, shownSuggestions)
  const hasList = suggestions.length > 0 && text.trim() !== ''

  const save = (typed: string, byKey: boolean): void => {
    const value = typed.trim()
    if (value === props.value && !props.error) return onClose(byKey)
    const wrong =
      left < 0 && typed === text ? t('common.tooLong', { n: props.limit ?? 0 }) : (props.check?.(value) ?? null)
    if (wrong !== null) return setProblem(wrong)
    props.onSave(value)
    onClose(byKey)
  }
  const restore = (): void => {
    if (props.error) props.onGiveUp?.()
    onClose(true)
  }
  const change = (typed: string): void => {
    setText(typed)
    setProblem(null)
    setChosen(-1)
    props.onType?.(typed)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') restore()
    else if (event.key === 'Enter' && (!props.isMultiline || event.ctrlKey || event.metaKey))
      save(suggestions[chosen] ?? text, true)
    else if (hasList && event.key === 'ArrowDown') setChosen((old) => Math.min(old + 1, suggestions.length - 1))
    else if (hasList && event.key === 'ArrowUp') setChosen((old) => Math.max(old - 1, -1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const field = {
    className: styles.propInput,
    value: text,
    dir: 'auto',
    ref: focusHere,
    'aria-label': props.label,
    'aria-invalid': problem !== null,
    'aria-describedby': noteId,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
    onKeyDown,
    onBlur: () => save(text, false),
  }
  const combobox = props.suggestions
    ? {
        role: 'combobox',
        'aria-expanded': hasList,
        'aria-controls': listId,
        'aria-autocomplete': 'list' as const,
        autoComplete: 'off',
      }
    : {}
  const active = hasList && chosen >= 0 ? { 'aria-activedescendant': optionId(listId, chosen) } : {}
  return (
    <div className={styles.propEdit}>
      {props.isMultiline ? (
        <textarea rows={5} {...field} />
      ) : (
        <input
          type={props.type ?? 'text'}
          onFocus={(event) => event.target.select()}
          {...field}
          {...combobox}
          {...active}
        />
      )}
      {/* mousedown must not take the focus: leaving the field saves. */}
      <span className={styles.propButtons} onMouseDown={(event) => event.preventDefault()} role="presentation">
        <button type="button" aria-label={t('common.save')} onClick={() => save(text, true)}>
          <Check size={14} aria-hidden="true" />
        </button>
        <button type="button" aria-label={t('common.cancel')} onClick={restore}>
          <X size={14} aria-hidden="true" />
        </button>
      </span>
      {hasList && (
        <SuggestionList
          id={listId}
          label={props.label}
          className={styles.propList}
          items={suggestions.map((value) => ({ key: value, content: value }))}
          active={chosen}
          onTake={(index) => save(suggestions[index] ?? text, true)}
        />
      )}
      <div
        id={noteId}
        className={styles.propNote}
        data-tone={problem !== null || left < 0 ? 'err' : undefined}
        role={problem === null ? undefined : 'alert'}
      >
        {problem ??
          (isNear ? t(left < 0 ? 'common.charactersOver' : 'common.charactersLeft', { n: Math.abs(left) }) : null)}
      </div>
    </div>
  )
}
