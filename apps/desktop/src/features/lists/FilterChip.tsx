import type { DateRange, RequestFilter } from '@care/contract'
import Popover from '@mui/material/Popover'
import { TriangleAlert, X } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { ChoiceEditor } from './ChoiceEditor.tsx'
import { DateEditor } from './DateEditor.tsx'
import { fields, type FieldId, valuesOf, withField } from './fields.ts'
import { FindEditor } from './FindEditor.tsx'
import styles from './lists.module.css'
import { useChoices } from './useChoices.ts'
import type { Words } from './useFilterWords.ts'

interface FilterChipProps {
  id: FieldId
  filter: RequestFilter
  words: Words
  isNew: boolean
  onFilter: (filter: RequestFilter) => void
  onClosed: () => void
}

/** One field of the filter: pressed, it opens its values; the cross takes it out. */
export function FilterChip({ id, filter, words, isNew, onFilter, onClosed }: FilterChipProps): ReactNode {
  const t = useT()
  const chip = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(isNew)
  const name = t(`lists.fields.${id}`)
  const close = (): void => {
    setIsOpen(false)
    onClosed()
  }
  return (
    <span className={styles.chip} data-broken={words.isBroken || undefined}>
      <button
        ref={chip}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        disabled={fields[id] === 'flag'}
        onClick={() => setIsOpen(true)}
      >
        <span className={styles.chipField}>{name}:</span>{' '}
        {words.isBroken && <TriangleAlert size={12} aria-hidden="true" />}
        <span className="ell" dir="auto">
          {words.text}
        </span>
      </button>
      <button
        type="button"
        className={styles.chipRemove}
        aria-label={t('lists.removeFilter', { field: name })}
        title={words.isBroken ? t('lists.goneFix') : t('lists.removeFilter', { field: name })}
        onClick={() => onFilter(withField(filter, id, undefined))}
      >
        <X size={12} aria-hidden="true" />
      </button>
      <Popover
        open={isOpen}
        anchorEl={() => chip.current}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': name, sx: { mt: '4px' } } }}
      >
        <Editor id={id} filter={filter} onFilter={onFilter} onDone={close} />
      </Popover>
    </span>
  )
}

interface EditorProps {
  id: FieldId
  filter: RequestFilter
  onFilter: (filter: RequestFilter) => void
  onDone: () => void
}

/** The values of a field, by how it is chosen. */
function Editor({ id, filter, onFilter, onDone }: EditorProps): ReactNode {
  const choices = useChoices()(id)
  const set = (value: unknown): void => onFilter(withField(filter, id, value as never))
  switch (fields[id]) {
    case 'dates':
      return <DateEditor range={filter[id] as DateRange | undefined} onRange={set} onDone={onDone} />
    case 'find':
      return <FindEditor id={id} values={valuesOf(filter, id)} onValues={set} onDone={onDone} />
    case 'findOne':
      return (
        <FindEditor
          id={id}
          values={valuesOf(filter, id)}
          onValues={([value]) => {
            set(value)
            onDone()
          }}
          onDone={onDone}
        />
      )
    case 'one':
      return (
        <ChoiceEditor
          choices={choices}
          values={valuesOf(filter, id)}
          isSingle
          onValues={([value]) => {
            set(value)
            onDone()
          }}
        />
      )
    case 'some':
      return <ChoiceEditor choices={choices} values={valuesOf(filter, id)} onValues={set} />
    case 'flag':
      return null
  }
}
