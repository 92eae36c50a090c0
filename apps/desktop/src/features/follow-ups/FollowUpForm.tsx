import { isApiError, newKey } from '@care/client'
import type { Deal, Todo } from '@care/contract'
import { useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { conflictOf, ConflictLine } from '../../shared/ui/ConflictLine.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSaid, type Save } from './api.ts'
import type { OpenedProps } from './FollowUpDialog.tsx'
import { ForWhom } from './ForWhom.tsx'

interface FollowUpFormProps<Row, New, Patch> {
  opened: OpenedProps<Row>
  save: UseMutationResult<Row, Error, Save<New, Patch>>
  /** Reads it anew, once a colleague was faster. */
  reload: (client: QueryClient) => Promise<Row>
  /** Something in the fields has to be put right first. */
  hasProblems: boolean
  /** What was entered, for a new one and for a changed one. */
  newOf: (customerId: string, requestId: string | null) => New
  patchOf: (row: Row) => Patch
  /** Whether a change is taken back as a whole by its toast. */
  isUndoable?: (patch: Patch) => boolean
  onMade?: (made: Row) => void
  children: (fields: { hasTried: boolean; isReadOnly: boolean; hasFocus: boolean }) => ReactNode
}

/** Saves a to-do or a deal; says a refusal, and whose version stands in the way. */
export function FollowUpForm<Row extends Todo | Deal, New, Patch extends object>({
  opened: { title, row, customerId, requestId, Picker, onLoad, onClose },
  save,
  hasProblems,
  ...props
}: FollowUpFormProps<Row, New, Patch>): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const said = useSaid()
  // One key for a new one, so that trying again after no answer never makes two.
  const key = useRef(newKey())
  const [whom, setWhom] = useState(customerId)
  const [hasTried, setHasTried] = useState(false)
  const isReadOnly = row !== null && !row.abilities.edit
  const conflict = conflictOf(save.error)
  const edit = ({ id }: Row, version: number, body: Patch): void => {
    if (Object.keys(body).length === 0) return onClose()
    const change = newKey()
    const onSuccess = (saved: Row): void => {
      const text = t('followUps.saidSaved', { title: saved.title })
      if (props.isUndoable?.(body)) said(text, saved, change)
      else showToast(text)
      onClose()
    }
    save.mutate({ id, version, body, change }, { onSuccess })
  }
  const add = (forWhom: string): void => {
    // Of another customer than the one on the screen it cannot be that request's.
    const body = props.newOf(forWhom, forWhom === customerId ? requestId : null)
    const onSuccess = (made: Row): void => {
      props.onMade?.(made)
      said(t('followUps.saidAdded', { title: made.title }), made, key.current)
      onClose()
    }
    // A refused one is another one when it is sent again with other words.
    const onError = (error: Error): void => {
      if (isApiError(error) && error.code !== 'OFFLINE') key.current = newKey()
    }
    save.mutate({ body, change: key.current }, { onSuccess, onError })
  }
  const submit = (version = row?.version ?? 0): void => {
    setHasTried(true)
    if (save.isPending || isReadOnly || hasProblems) return
    if (row !== null) edit(row, version, props.patchOf(row))
    else if (whom !== null) add(whom)
  }
  return (
    <DialogForm
      label={title}
      send={t('common.save')}
      isDisabled={save.isPending || isReadOnly}
      error={conflict === null ? save.error : null}
      onSubmit={() => submit()}
      onClose={onClose}
      hint={isReadOnly && <span style={{ flex: 1, color: 'var(--t3)' }}>{t('followUps.readOnly')}</span>}
    >
      {conflict && row && (
        <ConflictLine
          by={conflict.by}
          onLoad={() => void props.reload(client).then(onLoad)}
          onKeepMine={() => submit(conflict.version)}
        />
      )}
      {row === null && <ForWhom Picker={Picker} customerId={whom} onPick={setWhom} hasTried={hasTried} />}
      {props.children({ hasTried, isReadOnly, hasFocus: customerId !== null || row !== null })}
    </DialogForm>
  )
}
