import type { Customer } from '@care/contract'
import { foldText } from '@care/domain'
import { useState, type ReactNode } from 'react'
import { FieldConflicts, type FieldWords } from '../../../shared/edit/FieldConflicts.tsx'
import { useBoundFields } from '../../../shared/edit/useBoundFields.ts'
import { useFieldEdits } from '../../../shared/edit/useFieldEdits.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { PropGrid } from '../../../shared/ui/PropGrid.tsx'
import { TagEditor } from '../../../shared/ui/TagEditor.tsx'
import { customerEditor, fieldOf } from '../api.ts'
import styles from '../customer.module.css'
import { useCustomerFields, useGroups } from './api.ts'
import { DialButton } from './DialButton.tsx'
import { Hints } from './Hints.tsx'
import { OwnField } from '../../../shared/fields/OwnField.tsx'
import { sayValue } from '../../../shared/fields/own-field.ts'
import { usePeople } from '../../../shared/fields/usePeople.ts'

export interface CustomerMoreProps {
  customer: Customer
  /** Opens a field of the card for typing. */
  onEdit: (field: 'email' | 'phone') => void
}

/** What not every workspace has: groups, and the fields it defined itself (row C2). Its code comes after the desk's. */
export function CustomerMore({ customer, onEdit }: CustomerMoreProps): ReactNode {
  const t = useT()
  const edits = useFieldEdits('customer', customer.id, customerEditor)
  const bind = useBoundFields(edits, customer, fieldOf)
  const isReadOnly = !customer.abilities.edit
  const fields = (useCustomerFields().data ?? []).filter(({ isRemoved }) => !isRemoved)
  const people = usePeople(fields.some(({ kind }) => kind === 'person'))
  const sayGroups = (value: unknown): string =>
    Array.isArray(value) && value.length > 0 ? value.join(', ') : t('common.empty')
  const words: FieldWords = {
    groups: { label: t('addressBook.groups'), say: sayGroups },
    ...Object.fromEntries(
      fields.map((field) => [
        `attribute:${field.id}`,
        { label: field.name, say: (value: unknown) => sayValue(t, field, value, people.nameOf) || t('common.empty') },
      ]),
    ),
  }
  return (
    <>
      <DialButton customer={customer} />
      <Hints
        customer={customer}
        onEdit={onEdit}
        onFix={(field, value) => {
          const bound = bind(field)
          bound.onOpen()
          bound.onSave(value)
        }}
      />
      <PropGrid>
        <FieldConflicts edits={edits} fields={words} />
        {fields.map((field) => (
          <OwnField key={field.id} field={field} bound={bind(`attribute:${field.id}`)} isReadOnly={isReadOnly} />
        ))}
      </PropGrid>
      <Groups bound={bind('groups')} isReadOnly={isReadOnly} />
    </>
  )
}

function Groups({
  bound,
  isReadOnly,
}: {
  bound: ReturnType<ReturnType<typeof useBoundFields>>
  isReadOnly: boolean
}): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState('')
  const groups = Array.isArray(bound.value) ? (bound.value as string[]) : []
  const known = useGroups(typed, typed.trim() !== '').data ?? []
  if (isReadOnly && groups.length === 0) return null
  const has = new Set(groups.map(foldText))
  return (
    <div className={styles.groups}>
      <div className={styles.groupsLabel}>{t('addressBook.groups')}</div>
      <TagEditor
        tags={groups}
        addLabel={t('addressBook.addGroup')}
        onChange={(next) => {
          bound.onOpen()
          bound.onSave(next)
        }}
        suggestions={known.filter((group) => !has.has(foldText(group)))}
        onType={setTyped}
        isReadOnly={isReadOnly}
        isPending={bound.isPending}
      />
      {bound.error && (
        <p role="alert" className={styles.problem}>
          {bound.error}
        </p>
      )}
    </div>
  )
}
