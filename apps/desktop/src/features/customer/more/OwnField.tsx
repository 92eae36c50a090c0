import type { CustomerField } from '@care/contract'
import { attributeProblem, longestAttribute, type AttributeValue } from '@care/domain'
import type { ReactNode } from 'react'
import type { BoundField } from '../../../shared/edit/useBoundFields.ts'
import { formatFor } from '../../../shared/i18n/useFormat.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { InlineField } from '../../../shared/ui/InlineField.tsx'
import { SelectField } from '../../../shared/ui/SelectField.tsx'
import styles from '../customer.module.css'

type T = ReturnType<typeof useT>
interface OwnFieldProps {
  field: CustomerField
  bound: BoundField
  isReadOnly: boolean
}

/** A value of an own field in the reader's words. */
export function sayValue(t: T, field: CustomerField, value: unknown): string {
  const nameOf = (key: unknown): string => field.options.find((option) => option.key === key)?.name ?? ''
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? value : ''
    case 'number':
      return typeof value === 'number' ? formatFor(t.language).number(value) : ''
    case 'date':
      // A day is the same day everywhere: noon of it stays in it in most zones.
      return typeof value === 'string' ? formatFor(t.language).date(new Date(`${value}T12:00:00`).getTime()) : ''
    case 'choice':
      return nameOf(value)
    case 'choices':
      return Array.isArray(value) ? value.map(nameOf).filter(Boolean).join(', ') : ''
    case 'yesNo':
      return typeof value === 'boolean' ? t(value ? 'addressBook.yes' : 'addressBook.no') : ''
  }
}

/** One own field, edited in the way of its kind. */
export function OwnField({ field, bound, isReadOnly }: OwnFieldProps): ReactNode {
  switch (field.kind) {
    case 'text':
    case 'number':
    case 'date':
      return <TypedField field={field} bound={bound} isReadOnly={isReadOnly} />
    case 'choice':
    case 'yesNo':
      return <ChosenField field={field} bound={bound} isReadOnly={isReadOnly} />
    case 'choices':
      return <SeveralField field={field} bound={bound} isReadOnly={isReadOnly} />
  }
}

/** What was typed as the value of its kind; a number may have a comma and spaces. */
function valueOf(kind: CustomerField['kind'], typed: string): AttributeValue {
  if (typed === '') return null
  return kind === 'number' ? Number(typed.replace(/[\s\u00A0\u202F]/gu, '').replace(',', '.')) : typed
}

function TypedField({ field, bound, isReadOnly }: OwnFieldProps): ReactNode {
  const t = useT()
  const { value } = bound
  const shown = sayValue(t, field, value)
  const problems = {
    text: t('common.tooLong', { n: longestAttribute }),
    number: t('addressBook.notNumber'),
    date: t('addressBook.notDate'),
  }
  return (
    <InlineField
      {...bound}
      label={field.name}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      shown={shown}
      isReadOnly={isReadOnly}
      type={field.kind === 'date' ? 'date' : 'text'}
      {...(field.kind === 'text' ? { limit: longestAttribute } : {})}
      check={(typed) =>
        attributeProblem(field, valueOf(field.kind, typed)) === null
          ? null
          : problems[field.kind as keyof typeof problems]
      }
      onSave={(typed) => bound.onSave(valueOf(field.kind, typed))}
    />
  )
}

const none = '-'
/** The option that a value stands for. */
function keyOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return typeof value === 'string' ? value : none
}

function ChosenField({ field, bound, isReadOnly }: OwnFieldProps): ReactNode {
  const t = useT()
  const isYesNo = field.kind === 'yesNo'
  const options = isYesNo
    ? [
        { key: 'true', name: t('addressBook.yes') },
        { key: 'false', name: t('addressBook.no') },
      ]
    : field.options
  const shown = sayValue(t, field, bound.value)
  const valueFor = (key: string): AttributeValue => (key === none ? null : isYesNo ? key === 'true' : key)
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
      options={[
        { value: none, label: t('common.empty') },
        ...options.map(({ key, name }) => ({ value: key, label: name })),
      ]}
      onSelect={(key) => bound.onSave(valueFor(key))}
    />
  )
}

function SeveralField({ field, bound, isReadOnly }: OwnFieldProps): ReactNode {
  const keys = Array.isArray(bound.value) ? (bound.value as string[]) : []
  const toggle = (key: string): void => {
    bound.onOpen()
    const next = field.options
      .map((option) => option.key)
      .filter((one) => (one === key ? !keys.includes(one) : keys.includes(one)))
    bound.onSave(next.length === 0 ? null : next)
  }
  return (
    <fieldset className={styles.several}>
      <legend>{field.name}</legend>
      {field.options.map(({ key, name }) => (
        <button
          key={key}
          type="button"
          className={styles.several1}
          aria-pressed={keys.includes(key)}
          disabled={isReadOnly}
          onClick={() => toggle(key)}
        >
          {name}
        </button>
      ))}
      {bound.error && <p role="alert">{bound.error}</p>}
    </fieldset>
  )
}
