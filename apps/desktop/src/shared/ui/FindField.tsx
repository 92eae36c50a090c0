import TextField from '@mui/material/TextField'
import { limits } from '@care/domain'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { focusHere } from './focus-here.ts'
import { optionId, SuggestionList } from './SuggestionList.tsx'

interface FindFieldProps {
  label: string
  /** Name of the list, where it is not that of the field. */
  listLabel?: string
  words: string
  onWords: (words: string) => void
  helperText: string
  isWrong: boolean
  items: readonly { key: string; content: ReactNode }[]
  onTake: (index: number) => void
  margin?: 'dense'
  listClassName: string | undefined
}

/** A field to search by with what was found below it: arrows choose, Enter takes. */
export function FindField({
  label,
  listLabel = label,
  words,
  onWords,
  helperText,
  isWrong,
  items,
  onTake,
  margin,
  listClassName,
}: FindFieldProps): ReactNode {
  const listId = useId()
  const [chosen, setChosen] = useState(0)
  const last = items.length - 1
  const active = Math.min(chosen, last)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setChosen(Math.min(active + 1, last))
    else if (event.key === 'ArrowUp') setChosen(Math.max(active - 1, 0))
    // With nothing to take it is the form's.
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && active >= 0) onTake(active)
    else return
    event.preventDefault()
  }
  return (
    <>
      <TextField
        label={label}
        value={words}
        inputRef={focusHere}
        fullWidth
        {...(margin ? { margin } : {})}
        error={isWrong}
        helperText={helperText}
        onChange={(event) => {
          onWords(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
        slotProps={{
          htmlInput: {
            role: 'combobox',
            maxLength: limits.search,
            autoComplete: 'off',
            dir: 'auto',
            'aria-expanded': items.length > 0,
            'aria-controls': listId,
            'aria-autocomplete': 'list',
            'aria-activedescendant': active < 0 ? undefined : optionId(listId, active),
          },
        }}
      />
      {items.length > 0 && (
        <SuggestionList
          id={listId}
          label={listLabel}
          className={listClassName}
          items={items}
          active={active}
          onTake={onTake}
        />
      )}
    </>
  )
}
