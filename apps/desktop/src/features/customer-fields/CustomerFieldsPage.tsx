import Button from '@mui/material/Button'
import type { CustomerField } from '@care/contract'
import { limits } from '@care/domain'
import { ArrowDown, ArrowUp, Plus, RotateCcw, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { InlineField } from '../../shared/ui/InlineField.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, SettingsPage, settingsStyles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useEditField, useFields } from './api.ts'
import styles from './customer-fields.module.css'
import { NewField } from './NewField.tsx'
import { OptionsField } from './OptionsField.tsx'

/** Settings → Customer fields: the workspace's own fields, in the order in which customers show them (row C2). */
export function CustomerFieldsPage(): ReactNode {
  const t = useT()
  const [isAdding, setIsAdding] = useState(false)
  const { data, isError, refetch } = useFields()
  const kept = data?.filter(({ isRemoved }) => !isRemoved) ?? []
  const removed = data?.filter(({ isRemoved }) => isRemoved) ?? []
  const add = (
    <Button variant="contained" size="small" startIcon={<Plus size={16} />} onClick={() => setIsAdding(true)}>
      {t('customerFields.add')}
    </Button>
  )
  return (
    <SettingsPage title={t('customerFields.region')} about={t('customerFields.about')} action={data && add}>
      {!data ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : (
        <>
          {kept.length === 0 && !isAdding && <EmptyState title={t('customerFields.none')} />}
          <ol className={settingsStyles.list}>
            {kept.map((field, index) => (
              <FieldLine key={field.id} field={field} before={kept[index - 1]} after={kept[index + 1]} />
            ))}
          </ol>
          {removed.length > 0 && <h2 className={styles.removed}>{t('customerFields.removed')}</h2>}
          <ul className={settingsStyles.list}>
            {removed.map((field) => (
              <RemovedLine key={field.id} field={field} />
            ))}
          </ul>
        </>
      )}
      {isAdding && <NewField onClose={() => setIsAdding(false)} />}
    </SettingsPage>
  )
}

interface FieldLineProps {
  field: CustomerField
  before: CustomerField | undefined
  after: CustomerField | undefined
}

function FieldLine({ field, before, after }: FieldLineProps): ReactNode {
  const t = useT()
  const edit = useEditField()
  const save = (patch: Parameters<typeof edit.mutate>[0]['patch']): void =>
    edit.mutate({ field, patch }, { onError: (error) => showToast(errorText(t, error)) })
  /** Both change places; the one that is moved is the one that says so when it fails. */
  const swap = async (other: CustomerField): Promise<void> => {
    try {
      await edit.mutateAsync({ field: other, patch: { position: field.position } })
      await edit.mutateAsync({ field, patch: { position: other.position } })
    } catch (error) {
      showToast(errorText(t, error))
    }
  }
  return (
    <li className={styles.line}>
      <div className={settingsStyles.grow}>
        <InlineField
          label={t('customer.name')}
          value={field.name}
          limit={limits.tag}
          check={(typed) => (typed === '' ? t('addressBook.nameNeeded') : null)}
          onOpen={() => undefined}
          onSave={(name) => save({ name })}
        />
        <span className={styles.kind}>{t(`ownFields.kinds.${field.kind}`)}</span>
        {(field.kind === 'choice' || field.kind === 'choices') && (
          <OptionsField options={field.options} onChange={(options) => save({ options })} />
        )}
      </div>
      <IconAction
        label={t('customerFields.up', { name: field.name })}
        disabled={!before || edit.isPending}
        onClick={() => before && void swap(before)}
      >
        <ArrowUp size={16} aria-hidden="true" />
      </IconAction>
      <IconAction
        label={t('customerFields.down', { name: field.name })}
        disabled={!after || edit.isPending}
        onClick={() => after && void swap(after)}
      >
        <ArrowDown size={16} aria-hidden="true" />
      </IconAction>
      <IconAction
        label={t('customerFields.remove', { name: field.name })}
        disabled={edit.isPending}
        onClick={() => save({ isRemoved: true })}
      >
        <Trash2 size={16} aria-hidden="true" />
      </IconAction>
    </li>
  )
}

function RemovedLine({ field }: { field: CustomerField }): ReactNode {
  const t = useT()
  const edit = useEditField()
  return (
    <li className={styles.line}>
      <span className={settingsStyles.grow}>
        {field.name} <span className={styles.kind}>{t(`ownFields.kinds.${field.kind}`)}</span>
      </span>
      <IconAction
        label={t('customerFields.restore', { name: field.name })}
        disabled={edit.isPending}
        onClick={() =>
          edit.mutate({ field, patch: { isRemoved: false } }, { onError: (error) => showToast(errorText(t, error)) })
        }
      >
        <RotateCcw size={16} aria-hidden="true" />
      </IconAction>
    </li>
  )
}
