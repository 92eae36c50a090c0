import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { newKey } from '@care/client'
import type { Customer } from '@care/contract'
import { shownName } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type ComponentType, type ReactNode } from 'react'
import { useActivity } from '../../shared/entities/activity.ts'
import { openRequestsQuery, useMoveActivity } from '../../shared/entities/move-activity.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { moveErrorText } from '../../shared/ui/use-move-undoably.ts'
import styles from './move.module.css'

interface OtherCustomerDialogProps {
  activityId: string
  onClose: () => void
  /** Finds customers; another feature's. */
  CustomerSearch: ComponentType<{
    words: string
    onWords: (words: string) => void
    onPick: (customer: Customer) => void
    hasTried: boolean
  }>
}

/** Moves an activity to another customer, an action of its own name (rule 3): whose it becomes, and on which request. */
export function OtherCustomerDialog({ activityId, onClose, CustomerSearch }: OtherCustomerDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const activity = useActivity(activityId).data
  const [words, setWords] = useState('')
  const [customer, setCustomer] = useState<Customer | null>(null)
  const [requestId, setRequestId] = useState<string | null>(null)
  const [hasTried, setHasTried] = useState(false)
  const move = useMoveActivity()
  const undoable = useUndoable()
  const nameOf = (one: { name: string; email?: string; phone?: string } | undefined): string =>
    one ? shownName({ email: '', phone: '', ...one }, t('common.unknownCustomer')) : ''
  const submit = (): void => {
    setHasTried(true)
    if (customer === null || !activity || move.isPending) return
    const change = newKey()
    const fromRequestId = activity.request.id
    move.mutate(
      { activityId, customerId: customer.id, requestId, fromRequestId, change },
      {
        onSuccess: ({ request }) => {
          onClose()
          undoable(t('move.movedToCustomer', { name: nameOf(customer), number: String(request.number) }), {
            requestId: fromRequestId,
            change,
          })
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{t('move.otherCustomer')}</DialogTitle>
      <DialogForm
        label={t('move.move')}
        isDisabled={move.isPending}
        error={move.error}
        errorText={moveErrorText}
        onSubmit={submit}
        onClose={onClose}
      >
        <p className={styles.about}>{t('move.otherAbout', { name: nameOf(activity?.customer) })}</p>
        {customer ? (
          <>
            <p className={styles.picked}>
              <span className="ell" dir="auto">
                {t('move.customer')}: <b>{nameOf(customer)}</b>
              </span>
              <LinkButton
                onClick={() => {
                  setCustomer(null)
                  setRequestId(null)
                }}
              >
                {t('findCustomer.change')}
              </LinkButton>
            </p>
            <RequestChoice customerId={customer.id} chosen={requestId} onChoose={setRequestId} />
          </>
        ) : (
          <>
            <CustomerSearch words={words} onWords={setWords} onPick={setCustomer} hasTried={hasTried} />
            {hasTried && <p role="alert">{t('move.chooseCustomer')}</p>}
          </>
        )}
      </DialogForm>
    </Dialog>
  )
}

interface RequestChoiceProps {
  customerId: string
  /** null: a new one. */
  chosen: string | null
  onChoose: (requestId: string | null) => void
}

function RequestChoice({ customerId, chosen, onChoose }: RequestChoiceProps): ReactNode {
  const t = useT()
  const name = useId()
  const open = useQuery(openRequestsQuery(customerId)).data ?? []
  return (
    <fieldset className={styles.requests}>
      <legend>{t('move.request')}</legend>
      <label>
        <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
        {t('move.newRequest')}
      </label>
      {open.map((request) => (
        <label key={request.id}>
          <input type="radio" name={name} checked={chosen === request.id} onChange={() => onChoose(request.id)} />
          <span className="ell" dir="auto">
            REQ-{request.number} {request.title}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
