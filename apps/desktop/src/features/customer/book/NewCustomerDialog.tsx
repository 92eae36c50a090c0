import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { isApiError } from '@care/client'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../../shared/ui/DialogForm.tsx'
import { LinkButton } from '../../../shared/ui/Section.tsx'
import { submitByKey } from '../../../shared/ui/submit-by-key.ts'
import { showToast } from '../../../shared/ui/toast.tsx'
import { useAddCustomer, type NewCustomer } from '../api.ts'
import { NewCustomerFields } from '../NewCustomerFields.tsx'
import { newCustomerProblem } from '../validate.ts'
import { bookKey } from './api.ts'

interface NewCustomerDialogProps {
  start: NewCustomer
  onClose: () => void
  onOpen: (customerId: string) => void
}

/** Takes down a new customer; one whose address is known already can be opened instead. */
export function NewCustomerDialog({ start, onClose, onOpen }: NewCustomerDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const client = useQueryClient()
  const add = useAddCustomer()
  const [fields, setFields] = useState(start)
  const [hasTried, setHasTried] = useState(false)
  const submit = (): void => {
    setHasTried(true)
    if (newCustomerProblem(fields) !== null || add.isPending) return
    add.mutate(fields, {
      onSuccess: (customer) => {
        void client.invalidateQueries({ queryKey: bookKey })
        showToast(t('addressBook.added'))
        onOpen(customer.id)
      },
    })
  }
  const known = isApiError(add.error) && add.error.code === 'EMAIL_TAKEN' ? add.error.details.customerId : null
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{t('findCustomer.newCustomer')}</DialogTitle>
      <DialogForm
        label={t('addressBook.add')}
        isDisabled={add.isPending}
        error={add.error}
        onSubmit={submit}
        onClose={onClose}
        hint={
          typeof known === 'string' && (
            <LinkButton onClick={() => onOpen(known)}>{t('addressBook.openKnown')}</LinkButton>
          )
        }
      >
        <NewCustomerFields fields={fields} onChange={setFields} hasTried={hasTried} />
      </DialogForm>
    </Dialog>
  )
}
