import { isApiError, newKey } from '@care/client'
import type { Deal } from '@care/contract'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState, type ReactNode } from 'react'
import { useMe } from '../../../shared/entities/me.ts'
import { dealStagesQuery } from '../../../shared/entities/follow-ups.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../../shared/ui/DialogForm.tsx'
import { ErrorState, SkeletonLines } from '../../../shared/ui/states.tsx'
import { submitByKey } from '../../../shared/ui/submit-by-key.ts'
import { showToast } from '../../../shared/ui/toast.tsx'
import { dealQuery, useSaid, useSaveDeal } from '../api.ts'
import { conflictOf, ConflictLine } from '../../../shared/ui/ConflictLine.tsx'
import { ForWhom, type Picker } from '../ForWhom.tsx'
import { DealFields } from './DealFields.tsx'
import { formOf, newDealOf, patchOf, problemsOf, rememberCurrency } from './form.ts'

interface DealDialogProps {
  /** The one that is changed; null for a new one. */
  id: string | null
  customerId: string | null
  requestId: string | null
  Picker: Picker
  onClose: () => void
}

/** Makes a deal or changes one (row J7). */
export function DealDialog(props: DealDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const deal = useQuery({ ...dealQuery(props.id ?? ''), enabled: props.id !== null })
  const stages = useQuery(dealStagesQuery)
  // What was opened stays: a push must not change the form below one's hands.
  const [opened, setOpened] = useState<Deal | null>(null)
  if (opened === null && deal.data) setOpened(deal.data)
  const first = stages.data?.[0]?.key
  const isReady = first !== undefined && (props.id === null || opened !== null)
  return (
    <Dialog open onClose={props.onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t(props.id === null ? 'followUps.addDeal' : 'followUps.editDeal')}</DialogTitle>
      {isReady ? (
        <Form key={opened?.version} {...props} deal={opened} firstStage={first} onLoad={setOpened} />
      ) : (
        <DialogContent>
          {deal.isError || stages.isError ? (
            <ErrorState
              compact
              title={t('followUps.dealsDidNotLoad')}
              onRetry={() => {
                void stages.refetch()
                if (props.id !== null) void deal.refetch()
              }}
            />
          ) : (
            <SkeletonLines />
          )}
        </DialogContent>
      )}
    </Dialog>
  )
}

interface FormProps extends DealDialogProps {
  deal: Deal | null
  firstStage: string
  /** Show this one instead: what a colleague has saved. */
  onLoad: (deal: Deal) => void
}

function Form({ deal, firstStage, customerId, requestId, Picker, onClose, onLoad }: FormProps): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const me = useMe()
  const said = useSaid()
  const save = useSaveDeal()
  // One key for a new one, so that trying again after no answer never makes two.
  const key = useRef(newKey())
  const [form, setForm] = useState(() => formOf(deal, me?.id ?? '', firstStage))
  const [whom, setWhom] = useState(customerId)
  const [hasTried, setHasTried] = useState(false)
  const problems = problemsOf(form, t)
  const isReadOnly = deal !== null && !deal.abilities.edit
  const conflict = conflictOf(save.error)
  const submit = (version = deal?.version): void => {
    setHasTried(true)
    if (save.isPending || isReadOnly || Object.keys(problems).length > 0) return
    if (deal !== null) {
      const body = patchOf(form, deal)
      if (Object.keys(body).length === 0) return onClose()
      const change = newKey()
      return save.mutate(
        { id: deal.id, version: version ?? 0, body, change },
        {
          onSuccess: (saved) => {
            const text = t('followUps.saidSaved', { title: saved.title })
            // Only the step to another stage is taken back as a whole.
            if (Object.keys(body).join() === 'stage') said(text, saved, change)
            else showToast(text)
            onClose()
          },
        },
      )
    }
    if (whom === null) return
    const body = newDealOf(form, whom, whom === customerId ? requestId : null)
    save.mutate(
      { body, change: key.current },
      {
        onSuccess: (made) => {
          rememberCurrency(made.currency)
          said(t('followUps.saidAdded', { title: made.title }), made, key.current)
          onClose()
        },
        // A refused one is another one when it is sent again with other words.
        onError: (error) => {
          if (isApiError(error) && error.code !== 'OFFLINE') key.current = newKey()
        },
      },
    )
  }
  return (
    <DialogForm
      label={t(deal === null ? 'followUps.addDeal' : 'followUps.editDeal')}
      send={t('common.save')}
      isDisabled={save.isPending || isReadOnly}
      error={conflict === null ? save.error : null}
      onSubmit={() => submit()}
      onClose={onClose}
      hint={isReadOnly && <span style={{ flex: 1, color: 'var(--t3)' }}>{t('followUps.readOnly')}</span>}
    >
      {conflict && deal && (
        <ConflictLine
          by={conflict.by}
          onLoad={() => void client.fetchQuery({ ...dealQuery(deal.id), staleTime: 0 }).then(onLoad)}
          onKeepMine={() => submit(conflict.version)}
        />
      )}
      {deal === null && <ForWhom Picker={Picker} customerId={whom} onPick={setWhom} hasTried={hasTried} />}
      <DealFields
        form={form}
        problems={problems}
        hasTried={hasTried}
        isReadOnly={isReadOnly}
        hasFocus={customerId !== null || deal !== null}
        {...(deal ? { owner: deal.owner } : {})}
        onChange={setForm}
      />
    </DialogForm>
  )
}
