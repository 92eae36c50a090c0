import { limits } from '@care/domain'
import { CornerDownLeft, Search, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { tableKeys } from '../../shared/keyboard/table-keys.ts'
import styles from './search.module.css'

interface SearchFieldProps {
  words: string
  onWords: (words: string) => void
  /** Goes straight to the request of this number. */
  onNumber: (number: number) => void
  /** Into the rows. */
  onDown: () => void
}
const restMs = 250
const numberIn = (text: string): number | null => {
  const match = /^#?\s*(\d{1,9})$/.exec(text.trim())
  return match ? Number(match[1]) : null
}

/** Looks for words in everything that was said, as one types; a number leads to its request with Enter. */
export function SearchField({ words, onWords, onNumber, onDown }: SearchFieldProps): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(words)
  // Words may be taken out elsewhere (all filters cleared, a saved view).
  const [known, setKnown] = useState(words)
  if (known !== words) {
    setKnown(words)
    if (typed.trim() !== words) setTyped(words)
  }
  const wanted = typed.trim()
  useEffect(() => {
    if (wanted === words) return
    const timer = setTimeout(() => onWords(wanted), wanted === '' ? 0 : restMs)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- only what is typed starts the wait; words set elsewhere are taken over above
  }, [wanted])
  useShortcuts(tableKeys, { search: () => field.current?.focus() })
  const number = numberIn(typed)
  const clear = (): void => {
    setTyped('')
    onWords('')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && typed !== '') clear()
    else if (event.key === 'Escape') field.current?.blur()
    else if (event.key === 'ArrowDown') onDown()
    else if (event.key === 'Enter' && number !== null) onNumber(number)
    else if (event.key === 'Enter') onWords(wanted)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className={styles.search}>
      <Search size={16} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        value={typed}
        dir="auto"
        maxLength={limits.search}
        autoComplete="off"
        aria-label={t('lists.search')}
        {...hints.props(tableKeys.keys.search[0])}
        placeholder={t('lists.searchHint')}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {number !== null && (
        <button type="button" className={styles.number} onClick={() => onNumber(number)}>
          {t('lists.openNumber', { number: String(number) })}
          <CornerDownLeft size={12} aria-hidden="true" />
        </button>
      )}
      {typed !== '' && (
        <button type="button" className={styles.clear} aria-label={t('lists.clearSearch')} onClick={clear}>
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </search>
  )
}
