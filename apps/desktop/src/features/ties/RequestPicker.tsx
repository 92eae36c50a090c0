import TextField from '@mui/material/TextField'
import type { TiedRequest } from '@care/contract'
import { limits } from '@care/domain'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { optionId, SuggestionList } from '../../shared/ui/SuggestionList.tsx'
import { tieErrorText, useCandidates } from './api.ts'
import { TiedLine } from './TiedLine.tsx'
import styles from './ties.module.css'

interface RequestPickerProps {
  requestId: string
  label: string
  forMerge: boolean
  chosen: TiedRequest | null
  onChoose: (request: TiedRequest | null) => void
  isMissing: boolean
}

/** Finds another request by words or number; the customer's latest are suggested before anything is typed. */
export function RequestPicker({
  requestId,
  label,
  forMerge,
  chosen,
  onChoose,
  isMissing,
}: RequestPickerProps): ReactNode {
  const t = useT()
  const listId = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { data, error } = useCandidates(requestId, words.trim(), forMerge)
  const found = data?.items ?? []
  const active = Math.min(at, found.length - 1)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && found[active]) onChoose(found[active])
    else return
    event.preventDefault()
  }
  const helper = error
    ? tieErrorText(t, error)
    : isMissing
      ? t('ties.chooseRequest')
      : data && found.length === 0
        ? t('ties.nothingFound')
        : t('ties.findHint')
  return (
    <div className={styles.picker}>
      <TextField
        label={label}
        value={words}
        inputRef={focusHere}
        fullWidth
        margin="dense"
        error={isMissing || error !== null}
        helperText={helper}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        slotProps={{
          htmlInput: {
            role: 'combobox',
            maxLength: limits.search,
            autoComplete: 'off',
            dir: 'auto',
            'aria-expanded': true,
            'aria-controls': listId,
            'aria-autocomplete': 'list',
            'aria-activedescendant': active < 0 ? undefined : optionId(listId, active),
          },
        }}
      />
      <SuggestionList
        id={listId}
        label={t('ties.find')}
        className={styles.results}
        items={found.map((request) => ({
          key: request.id,
          content: <TiedLine request={request} isChosen={request.id === chosen?.id} />,
        }))}
        active={active}
        onTake={(index) => onChoose(found[index] ?? null)}
      />
    </div>
  )
}
