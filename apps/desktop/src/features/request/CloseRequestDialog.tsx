import { isApiError, newKey } from '@care/client'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { RequestDetails } from '@care/contract'
import { type Attributes, limits } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { openTodosQuery } from '../../shared/entities/follow-ups.ts'
import { useCloseRequest, useRequest } from '../../shared/entities/request.ts'
import { requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { errorText } from '../../shared/error-text.ts'
import { askedFields, changedValues, FieldsForm, formProblems } from '../../shared/fields/FieldsForm.tsx'
import { useStoredText } from '../../shared/hooks/useStoredText.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { OutcomeChips } from '../../shared/ui/OutcomeChips.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import styles from './request.module.css'

/** Spam is never asked for a rating (rule 26). */
const spam = 'spam'

interface CloseRequestDialogProps {
  requestId: string
  onClose: () => void
  onClosed: (request: RequestDetails, how: Closed) => void
  /** There is a task to go on with: offers "Close and next" (rule 11). */
  hasNext?: boolean
}

export interface Closed {
  /** Names the change for its undo. */
  change: string
  goesOn: boolean
}

/** Close with outcome (rule 11): outcome, note for the report, whether the customer is asked for a rating. */
export function CloseRequestDialog({
  requestId,
  onClose,
  onClosed,
  hasNext = false,
}: CloseRequestDialogProps): ReactNode {
  const t = useT()
  const { data: request, isError, refetch } = useRequest(requestId)
  return (
    <Dialog
      open
      onClose={onClose}
      onKeyDown={submitByKey}
      fullWidth
      maxWidth="xs"
      aria-labelledby="close-request-title"
    >
      <DialogTitle id="close-request-title">{t('requestDialogs.closeWithOutcome')}</DialogTitle>
      {request ? (
        <CloseForm request={request} onClose={onClose} onClosed={onClosed} hasNext={hasNext} />
      ) : (
        <DialogContent>
          {isError ? (
            <ErrorState compact title={t('request.didNotLoad')} onRetry={() => void refetch()} />
          ) : (
            <SkeletonLines />
          )}
        </DialogContent>
      )}
    </Dialog>
  )
}

function CloseForm({
  request,
  onClose,
  onClosed,
  hasNext,
}: { request: RequestDetails; hasNext: boolean } & Pick<CloseRequestDialogProps, 'onClose' | 'onClosed'>): ReactNode {
  const t = useT()
  const [outcome, setOutcome] = useState<string | null>(null)
  const [note, setNote] = useStoredText(`care.close-note.${request.id}`)
  const [asks, setAsks] = useState(true)
  const [hasTried, setHasTried] = useState(false)
  const close = useCloseRequest(request.id)
  // Asked once: pressing again closes all the same.
  const openParts = openPartsOf(close.error)
  const ends = request.stages.filter(({ category, isNext }) => category === 'closed' && isNext)
  const [end, setEnd] = useState<string | null>(null)
  const stage = request.stages.find(({ key }) => key === (end ?? ends[0]?.key)) ?? closedStageOf(request)
  const [values, setValues] = useState<Attributes>(request.attributes)
  const problems = stage ? formProblems(t, request.fields, values, stage) : {}
  const isTooLong = note.trim().length > limits.outcomeNote
  const choose = (key: string): void => {
    if (key === spam || outcome === spam) setAsks(key !== spam)
    setOutcome(key)
  }
  const submit = (goesOn: boolean): void => {
    setHasTried(true)
    if (outcome === null || isTooLong || close.isPending || Object.keys(problems).length > 0) return
    const change = newKey()
    close.mutate(
      {
        outcome,
        note,
        askForRating: asks,
        withOpenParts: openParts !== null,
        change,
        attributes: changedValues(request.attributes, values),
        ...(ends.length > 1 && stage ? { stage: stage.key } : {}),
      },
      {
        onSuccess: (closed) => {
          setNote('')
          onClosed(closed, { change, goesOn })
        },
      },
    )
  }
  return (
    <DialogForm
      label={t('requestDialogs.closeWithOutcome')}
      send={t(openParts === null ? 'requestDialogs.closeRequest' : 'ties.closeAnyway')}
      isDisabled={close.isPending}
      error={close.error}
      errorText={(words, error) =>
        openParts === null ? errorText(words, error) : words('ties.openParts', { n: openParts })
      }
      onSubmit={() => submit(false)}
      other={hasNext ? { label: t('requestDialogs.closeAndNext'), onClick: () => submit(true) } : undefined}
      onClose={onClose}
      hint={<ReplyHint request={request} />}
    >
      <OutcomeChips
        outcomes={request.outcomes}
        chosen={outcome}
        onChoose={choose}
        problem={hasTried && outcome === null ? t('requestDialogs.outcomeNeeded') : null}
      />
      {ends.length > 1 && stage && (
        <TextField
          select
          label={t('request.stage')}
          value={stage.key}
          fullWidth
          onChange={(event) => setEnd(event.target.value)}
        >
          {ends.map(({ key, name }) => (
            <MenuItem key={key} value={key}>
              {localName(name, t.language)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {stage && (
        <FieldsForm
          key={stage.key}
          fields={request.fields}
          values={values}
          stage={stage}
          problems={hasTried ? problems : {}}
          onChange={setValues}
          only={askedFields(request.fields, request.attributes, stage)}
        />
      )}
      <TextField
        label={t('requestDialogs.note')}
        value={note}
        multiline
        minRows={2}
        maxRows={8}
        fullWidth
        error={isTooLong}
        helperText={isTooLong ? t('common.tooLong', { n: limits.outcomeNote }) : null}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { dir: 'auto' } }}
      />
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={asks}
            disabled={outcome === spam}
            onChange={(event) => setAsks(event.target.checked)}
          />
        }
        label={t('requestDialogs.askForRating')}
      />
      <OpenTodos requestId={request.id} />
    </DialogForm>
  )
}

/** How many parts of the request are still open, when that is why it was refused (row J8). */
function openPartsOf(error: Error | null): number | null {
  if (!isApiError(error) || error.details.problem !== 'OPEN_PARTS') return null
  return Number(error.details.parts)
}

const closedStageOf = ({ stages }: RequestDetails) => stages.find(({ category }) => category === 'closed')

/** What is still to be done for it, which closing leaves open. */
function OpenTodos({ requestId }: { requestId: string }): ReactNode {
  const t = useT()
  const n = useQuery(openTodosQuery(requestId)).data ?? 0
  return n > 0 ? <p className={styles.hint}>{t('followUps.staysOpen', { n })}</p> : null
}

/** What a later reply of the customer will do (rule 10). */
function ReplyHint({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const types = useQuery(requestTypesQuery).data
  const type = types?.find(({ id }) => id === request.type.id)
  if (!type) return <span style={{ flex: 1 }} />
  const name = request.customer.name || t('common.unknownCustomer')
  return (
    <span className={styles.hint}>
      {t(type.onReply === 'reopen' ? 'requestDialogs.reopensIfReply' : 'requestDialogs.newIfReply', { name })}
    </span>
  )
}
