import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import type { TiedRequest } from '@care/contract'
import { ArrowLeftRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useRequest } from '../../shared/entities/request.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { tieErrorText, useMerge } from './api.ts'
import { RequestPicker } from './RequestPicker.tsx'
import styles from './ties.module.css'

interface MergeRequestDialogProps {
  requestId: string
  onClose: () => void
  /** The request that stays. */
  onMerged: (requestId: string) => void
}

/** Merges this request with another open one of the customer; which of the two stays can be swapped (rule 25). */
export function MergeRequestDialog({ requestId, onClose, onMerged }: MergeRequestDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const request = useRequest(requestId).data
  const [chosen, setChosen] = useState<TiedRequest | null>(null)
  const [isSwapped, setIsSwapped] = useState(false)
  const [hasTried, setHasTried] = useState(false)
  const merge = useMerge()
  const undoable = useUndoable()
  const own = { id: requestId, number: request?.number ?? 0 }
  const [from, to] = isSwapped && chosen ? [chosen, own] : [own, chosen]
  const submit = (): void => {
    setHasTried(true)
    if (to === null || merge.isPending) return
    merge.mutate(
      { requestId: from.id, targetId: to.id },
      {
        onSuccess: ({ answer, change }) => {
          onClose()
          onMerged(answer.request.id)
          undoable(t('ties.mergedToast', { number: String(answer.request.number) }), {
            requestId: answer.request.id,
            change,
          })
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{t('ties.mergeTitle')}</DialogTitle>
      <DialogForm
        label={t('ties.merge')}
        isDisabled={merge.isPending}
        error={merge.error}
        errorText={tieErrorText}
        onSubmit={submit}
        onClose={onClose}
      >
        <RequestPicker
          requestId={requestId}
          label={t('ties.mergeInto', { from: String(own.number) })}
          forMerge
          chosen={chosen}
          onChoose={setChosen}
          isMissing={hasTried && chosen === null}
        />
        {to !== null && (
          <p className={styles.about}>
            {t('ties.mergeAbout', { from: String(from.number), to: String(to.number) })}{' '}
            <LinkButton onClick={() => setIsSwapped(!isSwapped)}>
              <ArrowLeftRight size={12} aria-hidden="true" /> {t('ties.swap')}
            </LinkButton>
          </p>
        )}
      </DialogForm>
    </Dialog>
  )
}
