import { newKey, isApiError } from '@care/client'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import type { RequestDetails, RequestFieldView } from '@care/contract'
import { type Attributes, limits, type Priority, shownFields } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type ComponentType, type ReactNode } from 'react'
import { requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { FieldsForm, formProblems } from '../../shared/fields/FieldsForm.tsx'
import { useStoredText } from '../../shared/hooks/useStoredText.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useAddRequest, type NewRequest } from './api.ts'
import { NewRequestOptions, type NewRequestChoice } from './NewRequestOptions.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import styles from './request.module.css'

type Picked = { customerId: string; name: string } | { newCustomer: NonNullable<NewRequest['newCustomer']> }

/** The customer feature's picker; app/ hands it in, since features do not know each other. */
export interface PickerProps {
  picked: Picked | null
  onPick: (picked: Picked | null) => void
  hasTried: boolean
}

interface AddRequestDialogProps {
  /** For whom, when a customer is on the screen. */
  customer?: { id: string; name: string }
  CustomerPicker: ComponentType<PickerProps>
  /** Why a new customer cannot be made yet; null when he can. */
  customerProblem: (fields: NonNullable<NewRequest['newCustomer']>) => unknown
  onClose: () => void
  onAdded: (request: RequestDetails) => void
}

const firstStage = { key: '', category: 'new' } as const
/** Another type was chosen meanwhile: only what this one has is sent, and what is shown. */
const ofType = (fields: readonly RequestFieldView[], values: Attributes): Attributes =>
  Object.fromEntries(shownFields(fields, values).map(({ id }) => [id, values[id] ?? null]))

/** Adds a request by hand for a known or a new customer (row J3). What was typed survives closing the dialog. */
export function AddRequestDialog({
  customer,
  CustomerPicker,
  customerProblem,
  onClose,
  onAdded,
}: AddRequestDialogProps): ReactNode {
  const t = useT()
  const [picked, setPicked] = useState<Picked | null>(
    customer ? { customerId: customer.id, name: customer.name } : null,
  )
  const [title, setTitle] = useStoredText('care.new-request.title')
  const [description, setDescription] = useStoredText('care.new-request.description')
  const [choice, setChoice] = useState<NewRequestChoice>({
    priority: 'normal' satisfies Priority,
    typeId: '',
    queueId: '',
  })
  const [values, setValues] = useState<Attributes>({})
  const types = useQuery(requestTypesQuery).data
  const type = types?.find(({ id, isDefault }) => (choice.typeId === '' ? isDefault : id === choice.typeId))
  const fields = type?.fields ?? []
  const stage = type?.stages.find(({ category }) => category === 'new') ?? firstStage
  const fieldProblems = formProblems(t, fields, values, stage)
  const [hasTried, setHasTried] = useState(false)
  // One key for this request, so that trying again after no answer never makes two.
  const key = useRef(newKey())
  const add = useAddRequest()
  const titleProblem =
    title.trim() === ''
      ? t('request.titleNeeded')
      : title.trim().length > limits.requestTitle
        ? t('common.tooLong', { n: limits.requestTitle })
        : null
  const isDescriptionTooLong = description.trim().length > limits.description
  const submit = (): void => {
    setHasTried(true)
    if (!picked || titleProblem !== null || isDescriptionTooLong || add.isPending) return
    if (Object.keys(fieldProblems).length > 0) return
    if ('newCustomer' in picked && customerProblem(picked.newCustomer) !== null) return
    const who = 'customerId' in picked ? { customerId: picked.customerId } : { newCustomer: picked.newCustomer }
    const { priority, typeId, queueId } = choice
    const body = {
      ...who,
      title,
      description,
      priority,
      ...(typeId ? { typeId } : {}),
      ...(queueId ? { queueId } : {}),
      attributes: ofType(fields, values),
    }
    add.mutate(
      { ...body, idempotencyKey: key.current },
      {
        onSuccess: (request) => {
          setTitle('')
          setDescription('')
          showToast(t('requestDialogs.added', { number: String(request.number) }))
          onAdded(request)
        },
        // A refused request is another one when it is sent again with other words.
        onError: (error) => {
          if (isApiError(error) && error.code !== 'OFFLINE') key.current = newKey()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="sm" aria-labelledby="add-request-title">
      <DialogTitle id="add-request-title">{t('requestDialogs.add')}</DialogTitle>
      <DialogForm
        label={t('requestDialogs.add')}
        isDisabled={add.isPending}
        error={add.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <fieldset className={styles.group}>
          <legend className={styles.fieldLabel}>{t('requestDialogs.customer')}</legend>
          <CustomerPicker picked={picked} onPick={setPicked} hasTried={hasTried} />
          {hasTried && !picked && (
            <p role="alert" className={styles.problem}>
              {t('requestDialogs.customerNeeded')}
            </p>
          )}
        </fieldset>
        <TextField
          label={t('request.title')}
          value={title}
          required
          fullWidth
          {...(customer ? { inputRef: focusHere } : {})}
          error={(hasTried || title.trim().length > limits.requestTitle) && titleProblem !== null}
          helperText={hasTried || title.trim().length > limits.requestTitle ? titleProblem : null}
          onChange={(event) => setTitle(event.target.value)}
          slotProps={{ htmlInput: { dir: 'auto', autoComplete: 'off' } }}
        />
        <TextField
          label={t('request.description')}
          value={description}
          multiline
          minRows={3}
          maxRows={10}
          fullWidth
          error={isDescriptionTooLong}
          helperText={isDescriptionTooLong ? t('common.tooLong', { n: limits.description }) : null}
          onChange={(event) => setDescription(event.target.value)}
          slotProps={{ htmlInput: { dir: 'auto' } }}
        />
        <NewRequestOptions choice={choice} onChange={setChoice} />
        <FieldsForm
          key={type?.id}
          fields={fields}
          values={values}
          stage={stage}
          problems={hasTried ? fieldProblems : {}}
          onChange={setValues}
        />
      </DialogForm>
    </Dialog>
  )
}
