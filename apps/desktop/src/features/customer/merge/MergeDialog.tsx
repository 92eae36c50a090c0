import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import type { Customer, MergedField } from '@care/contract'
import { shownName } from '@care/domain'
import { ArrowLeftRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { errorText } from '../../../shared/error-text.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../../shared/ui/DialogForm.tsx'
import { LinkButton } from '../../../shared/ui/Section.tsx'
import { submitByKey } from '../../../shared/ui/submit-by-key.ts'
import { showToast } from '../../../shared/ui/toast.tsx'
import { useCustomerFields } from '../more/api.ts'
import { useMerge, useUndoMerge } from '../more/hints-api.ts'
import { firstChoice, mergeRows, stayingFirst } from './merge-rows.ts'
import styles from './merge.module.css'

interface MergeDialogProps {
  customer: Customer
  other: Customer
  /** Who should stay, when that is known. */
  staysId: string | null
  onClose: () => void
}

/** Two records side by side: which one stays, and where they differ, whose value is kept (row C1). */
export function MergeDialog({ customer, other, staysId, onClose }: MergeDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const [isSwapped, setIsSwapped] = useState(() => (staysId ?? stayingFirst(customer, other).id) === other.id)
  const [target, source] = isSwapped ? [other, customer] : [customer, other]
  const fields = useCustomerFields().data ?? []
  const rows = mergeRows(t, fields, target, source)
  const [chosen, setChosen] = useState<Partial<Record<MergedField, 'target' | 'source'>>>({})
  const merge = useMerge(target)
  const undo = useUndoMerge()
  const of = (field: MergedField): 'target' | 'source' => chosen[field] ?? firstChoice(field, target, source)
  const nameOf = (one: Customer): string => shownName(one, t('common.unknownCustomer'))
  const submit = (): void => {
    const take = rows.filter(({ field }) => of(field) === 'source').map(({ field }) => field)
    merge.mutate(
      { sourceId: source.id, sourceVersion: source.version, take },
      {
        onSuccess: ({ mergeId }) => {
          onClose()
          showToast(t('hints.mergedToast'), {
            undo: () =>
              undo.mutate({ mergeId, sourceId: source.id }, { onError: (error) => showToast(errorText(t, error)) }),
          })
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{t('hints.mergeTitle')}</DialogTitle>
      <DialogForm
        label={t('hints.merge')}
        isDisabled={merge.isPending}
        error={merge.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <p className={styles.about}>
          {t('hints.mergeAbout', { name: nameOf(target), n: source.requests.total })}{' '}
          <LinkButton
            onClick={() => {
              setIsSwapped(!isSwapped)
              setChosen({})
            }}
          >
            <ArrowLeftRight size={12} aria-hidden="true" /> {t('hints.swap')}
          </LinkButton>
        </p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">{t('hints.mergeTitle')}</span>
              </th>
              <th scope="col">
                {nameOf(target)} <small>{t('hints.stays')}</small>
              </th>
              <th scope="col">{nameOf(source)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, label, values }) => (
              <tr key={field}>
                <th scope="row">{label}</th>
                {(['target', 'source'] as const).map((side, index) => (
                  <td key={side}>
                    <label>
                      <input
                        type="radio"
                        name={`${titleId}-${field}`}
                        aria-label={`${label}: ${values[index]}`}
                        checked={of(field) === side}
                        onChange={() => setChosen({ ...chosen, [field]: side })}
                      />
                      <span dir="auto">{values[index]}</span>
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className={styles.about}>{t('hints.noDifference')}</p>}
      </DialogForm>
    </Dialog>
  )
}
