import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import type { TiedRequest } from '@care/contract'
import { useId, useState, type ReactNode } from 'react'
import { useUndoable } from '../../shared/entities/undo.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { tieErrorText, useTie, type Tie } from './api.ts'
import { RequestPicker } from './RequestPicker.tsx'
import styles from './ties.module.css'

const kinds = ['related', 'duplicate', 'part', 'whole'] as const
type Kind = (typeof kinds)[number]

const tieOf = (kind: Kind, requestId: string, otherId: string): Tie => {
  if (kind === 'part') return { kind: 'parent', requestId, parentId: otherId }
  if (kind === 'whole') return { kind: 'parent', requestId: otherId, parentId: requestId }
  return { kind, requestId, otherId }
}

/** Ties the request to another one: a link, or parent and part (row J8). */
export function LinkRequestDialog({ requestId, onClose }: { requestId: string; onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const [kind, setKind] = useState<Kind>('related')
  const [chosen, setChosen] = useState<TiedRequest | null>(null)
  const [hasTried, setHasTried] = useState(false)
  const tie = useTie()
  const undoable = useUndoable()
  const submit = (): void => {
    setHasTried(true)
    if (chosen === null || tie.isPending) return
    const made = tieOf(kind, requestId, chosen.id)
    tie.mutate(made, {
      onSuccess: ({ change }) => {
        onClose()
        undoable(t('ties.linkedToast', { number: String(chosen.number) }), { requestId: made.requestId, change })
      },
    })
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{t('ties.linkTitle')}</DialogTitle>
      <DialogForm
        label={t('ties.link')}
        isDisabled={tie.isPending}
        error={tie.error}
        errorText={tieErrorText}
        onSubmit={submit}
        onClose={onClose}
      >
        <RequestPicker
          requestId={requestId}
          label={t('ties.find')}
          forMerge={false}
          chosen={chosen}
          onChoose={setChosen}
          isMissing={hasTried && chosen === null}
        />
        <fieldset className={styles.kinds}>
          <legend>{t('ties.howTied')}</legend>
          {kinds.map((one) => (
            <label key={one}>
              <input type="radio" name={titleId} checked={kind === one} onChange={() => setKind(one)} />
              {t(`ties.kinds.${one}`)}
            </label>
          ))}
        </fieldset>
      </DialogForm>
    </Dialog>
  )
}
