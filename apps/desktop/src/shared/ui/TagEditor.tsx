import { addTag, limits } from '@care/domain'
import { Plus } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { TagChip } from './marks.tsx'
import { focusHere } from './focus-here.ts'
import { PendingDot } from './InlineField.tsx'
import { optionId, SuggestionList } from './SuggestionList.tsx'
import styles from './ui.module.css'

interface TagEditorProps {
  tags: readonly string[]
  onChange: (tags: string[]) => void
  /** Known tags that fit what is typed. */
  suggestions: readonly string[]
  onType: (typed: string) => void
  /** What is added, if not a tag. */
  addLabel?: string
  /** Whether one can write at once. */
  isOpen?: boolean
  isReadOnly?: boolean
  isPending?: boolean
  /** Stands before the tags. */
  children?: ReactNode
}

/** Tags with a field to add more: Tab or Enter makes one, Backspace in the empty field takes the last away (rule 5). */
export function TagEditor(props: TagEditorProps): ReactNode {
  const t = useT()
  const [isAdding, setIsAdding] = useState(props.isOpen ?? false)
  const add = useRef<HTMLButtonElement>(null)
  const remove = (tag: string): void => {
    props.onChange(props.tags.filter((other) => other !== tag))
    add.current?.focus()
  }
  return (
    <div className={styles.tags}>
      {props.children}
      {props.tags.map((tag) => (
        <TagChip key={tag} tag={tag} {...(props.isReadOnly ? {} : { onRemove: () => remove(tag) })} />
      ))}
      {props.isPending && <PendingDot />}
      {isAdding && !props.isReadOnly ? (
        <TagInput
          {...props}
          onClose={(byKey) => {
            setIsAdding(false)
            if (byKey) queueMicrotask(() => add.current?.focus())
          }}
        />
      ) : (
        !props.isReadOnly && (
          <button
            ref={add}
            {...(props.addLabel === undefined ? { 'data-add-tag': '' } : {})}
            type="button"
            className={styles.tagAdd}
            aria-label={props.addLabel ?? t('activity.addTag')}
            title={props.addLabel ?? t('activity.addTag')}
            onClick={() => setIsAdding(true)}
          >
            <Plus size={12} aria-hidden="true" />
          </button>
        )
      )}
    </div>
  )
}

function TagInput({
  tags,
  onChange,
  suggestions,
  addLabel,
  onType,
  onClose,
}: TagEditorProps & { onClose: (byKey: boolean) => void }): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [chosen, setChosen] = useState(-1)
  const listId = useId()
  const fitting = typed.trim() === '' ? [] : suggestions.filter((tag) => 'tags' in addTag(tags, tag)).slice(0, 6)
  const change = (text: string): void => {
    setTyped(text)
    setProblem(null)
    setChosen(-1)
    onType(text)
  }
  const words = {
    EMPTY: null,
    TOO_LONG: t('activity.tagTooLong', { n: limits.tag }),
    DUPLICATE: t('activity.tagThere'),
    TOO_MANY: t('activity.tagsFull', { n: limits.tagsPerActivity }),
  }
  /** False when it cannot be one; what was typed stays in the field. */
  const commit = (text: string): boolean => {
    const result = addTag(tags, text)
    if ('problem' in result) {
      setProblem(words[result.problem])
      return result.problem === 'EMPTY'
    }
    onChange(result.tags)
    change('')
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const isEmpty = typed.trim() === ''
    if (event.key === 'Escape') onClose(true)
    else if (event.key === 'Enter' && isEmpty) onClose(true)
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && !isEmpty))
      commit(fitting[chosen] ?? typed)
    else if (event.key === 'Backspace' && typed === '') onChange(tags.slice(0, -1))
    else if (event.key === 'ArrowDown' && fitting.length > 0) setChosen(Math.min(chosen + 1, fitting.length - 1))
    else if (event.key === 'ArrowUp' && fitting.length > 0) setChosen(Math.max(chosen - 1, -1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className={styles.tagEdit}>
      <input
        className={styles.tagInput}
        role="combobox"
        aria-label={addLabel ?? t('activity.addTag')}
        aria-expanded={fitting.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? optionId(listId, chosen) : undefined}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${listId}-problem`}
        autoComplete="off"
        ref={focusHere}
        dir="auto"
        value={typed}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => commit(typed) && onClose(false)}
      />
      {fitting.length > 0 && (
        <SuggestionList
          id={listId}
          label={t('activity.knownTags')}
          className={styles.propList}
          items={fitting.map((tag) => ({ key: tag, content: tag }))}
          active={chosen}
          onTake={(index) => commit(fitting[index] ?? typed)}
        />
      )}
      {problem !== null && (
        <span id={`${listId}-problem`} role="alert" className={styles.propNote} data-tone="err">
          {problem}
        </span>
      )}
    </span>
  )
}
