import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { AttributeValue } from '@care/domain'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import styles from './fields.module.css'
import { answersFor, keyOf, type OwnFieldShape, toggled, typedValue, valueOfKey } from './own-field.ts'
import { usePeople } from './usePeople.ts'

interface FieldInputProps {
  field: OwnFieldShape
  value: AttributeValue
  isRequired: boolean
  /** What is wrong with it, once it was tried. */
  problem: string | null
  onChange: (value: AttributeValue) => void
}

/** One own field in a form: a text, a menu, or buttons of which several may be pressed. */
export function FieldInput(props: FieldInputProps): ReactNode {
  switch (props.field.kind) {
    case 'text':
    case 'longText':
    case 'number':
    case 'date':
      return <TypedInput {...props} />
    case 'choice':
    case 'yesNo':
    case 'person':
      return <MenuInput {...props} />
    case 'choices':
      return <SeveralInput {...props} />
  }
}

function TypedInput({ field, value, isRequired, problem, onChange }: FieldInputProps): ReactNode {
  // What is typed need not be a value yet, as "12," on the way to a number.
  const [typed, setTyped] = useState(typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  const isDate = field.kind === 'date'
  return (
    <TextField
      label={field.name}
      value={typed}
      required={isRequired}
      fullWidth
      multiline={field.kind === 'longText'}
      {...(field.kind === 'longText' ? { minRows: 2, maxRows: 8 } : {})}
      type={isDate ? 'date' : 'text'}
      error={problem !== null}
      helperText={problem}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(typedValue(field.kind, event.target.value))
      }}
      slotProps={{
        htmlInput: { dir: 'auto', autoComplete: 'off', ...(field.kind === 'number' ? { inputMode: 'decimal' } : {}) },
        ...(isDate ? { inputLabel: { shrink: true } } : {}),
      }}
    />
  )
}

function MenuInput({ field, value, isRequired, problem, onChange }: FieldInputProps): ReactNode {
  const t = useT()
  const people = usePeople(field.kind === 'person')
  return (
    <TextField
      select
      label={field.name}
      value={keyOf(value)}
      required={isRequired}
      fullWidth
      error={problem !== null}
      helperText={problem}
      onChange={(event) => onChange(valueOfKey(field, event.target.value))}
    >
      {answersFor(t, field, people.choices).map((answer) => (
        <MenuItem key={answer.value} value={answer.value}>
          {answer.label}
        </MenuItem>
      ))}
    </TextField>
  )
}

function SeveralInput({ field, value, isRequired, problem, onChange }: FieldInputProps): ReactNode {
  const noteId = useId()
  const keys: unknown[] = Array.isArray(value) ? value : []
  return (
    <fieldset className={styles.several} aria-describedby={problem === null ? undefined : noteId}>
      <legend>
        {field.name}
        {isRequired && (
          <span className={styles.mark} aria-hidden="true">
            {' *'}
          </span>
        )}
      </legend>
      {field.options.map(({ key, name }) => (
        <button
          key={key}
          type="button"
          className={styles.choice}
          aria-pressed={keys.includes(key)}
          onClick={() => onChange(toggled(field, value, key))}
        >
          {name}
        </button>
      ))}
      {problem !== null && (
        <p id={noteId} className={styles.note}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}
