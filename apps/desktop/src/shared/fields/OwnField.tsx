import { longestOf } from '@care/domain'
import type { ReactNode } from 'react'
import type { BoundField } from '../edit/useBoundFields.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { InlineField } from '../ui/InlineField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import styles from './fields.module.css'
import {
  answersFor,
  keyOf,
  type OwnFieldShape,
  sayValue,
  toggled,
  typedValue,
  valueOfKey,
  valueProblem,
} from './own-field.ts'
import { usePeople } from './usePeople.ts'

interface OwnFieldProps {
  field: OwnFieldShape
  bound: BoundField
  isReadOnly: boolean
}

/** One own field of a customer or a request, edited in place in the way of its kind. */
export function OwnField(props: OwnFieldProps): ReactNode {
  switch (props.field.kind) {
    case 'text':
    case 'longText':
    case 'number':
    case 'date':
      return <TypedField {...props} />
    case 'choice':
    case 'yesNo':
    case 'person':
      return <ChosenField {...props} />
    case 'choices':
      return <SeveralField {...props} />
  }
}

function TypedField({ field, bound, isReadOnly }: OwnFieldProps): ReactNode {
  const t = useT()
  const { value } = bound
  const isText = field.kind === 'text' || field.kind === 'longText'
  return (
    <InlineField
      {...bound}
      label={field.name}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      shown={sayValue(t, field, value)}
      isReadOnly={isReadOnly}
      isMultiline={field.kind === 'longText'}
      type={field.kind === 'date' ? 'date' : 'text'}
      {...(isText ? { limit: longestOf(field.kind) } : {})}
      check={(typed) => valueProblem(t, field, typedValue(field.kind, typed))}
      onSave={(typed) => bound.onSave(typedValue(field.kind, typed))}
    />
  )
}

function ChosenField({ field, bound, isReadOnly }: OwnFieldProps): ReactNode {
  const t = useT()
  const people = usePeople(field.kind === 'person')
  const shown = sayValue(t, field, bound.value, people.nameOf)
  return (
    <SelectField
      label={field.name}
      value={keyOf(bound.value)}
      shown={shown || t('common.empty')}
      isEmpty={shown === ''}
      isReadOnly={isReadOnly}
      isPending={bound.isPending}
      error={bound.error}
      onOpen={bound.onOpen}
      options={answersFor(t, field, people.choices)}
      onSelect={(key) => bound.onSave(valueOfKey(field, key))}
    />
  )
}

function SeveralField({ field, bound, isReadOnly }: OwnFieldProps): ReactNode {
  const keys: unknown[] = Array.isArray(bound.value) ? bound.value : []
  return (
    <fieldset className={styles.several}>
      <legend>{field.name}</legend>
      {field.options.map(({ key, name }) => (
        <button
          key={key}
          type="button"
          className={styles.choice}
          aria-pressed={keys.includes(key)}
          disabled={isReadOnly}
          onClick={() => {
            bound.onOpen()
            bound.onSave(toggled(field, bound.value, key))
          }}
        >
          {name}
        </button>
      ))}
      {bound.error && <p role="alert">{bound.error}</p>}
    </fieldset>
  )
}
