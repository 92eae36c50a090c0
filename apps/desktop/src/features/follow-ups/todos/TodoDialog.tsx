import { isApiError, newKey } from '@care/client'
import type { Todo } from '@care/contract'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState, type ReactNode } from 'react'
import { serverNow } from '../../../shared/clock.ts'
import { useMe } from '../../../shared/entities/me.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../../shared/ui/DialogForm.tsx'
import { ErrorState, SkeletonLines } from '../../../shared/ui/states.tsx'
import { submitByKey } from '../../../shared/ui/submit-by-key.ts'
import { showToast } from '../../../shared/ui/toast.tsx'
import { todoQuery, useSaid, useSaveTodo } from '../api.ts'
import { conflictOf, ConflictLine } from '../../../shared/ui/ConflictLine.tsx'
import { ForWhom, type Picker } from '../ForWhom.tsx'
import { formOf, newTodoOf, patchOf, problemsOf } from './form.ts'
import { TodoFields } from './TodoFields.tsx'

interface TodoDialogProps {
  /** The one that is changed; null for a new one. */
  id: string | null
  customerId: string | null
  requestId: string | null
  Picker: Picker
  onClose: () => void
}

/** Makes a to-do or changes one (row J7). */
export function TodoDialog(props: TodoDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const { data, isError, refetch } = useQuery({ ...todoQuery(props.id ?? ''), enabled: props.id !== null })
  // What was opened stays: a push must not change the form below one's hands.
  const [opened, setOpened] = useState<Todo | null>(null)
  if (opened === null && data) setOpened(data)
  const isReady = props.id === null || opened !== null
  return (
    <Dialog open onClose={props.onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t(props.id === null ? 'followUps.addTodo' : 'followUps.editTodo')}</DialogTitle>
      {isReady ? (
        <Form key={opened?.version} {...props} todo={opened} onLoad={setOpened} />
      ) : (
        <DialogContent>
          {isError ? (
            <ErrorState compact title={t('followUps.todosDidNotLoad')} onRetry={() => void refetch()} />
          ) : (
            <SkeletonLines />
          )}
        </DialogContent>
      )}
    </Dialog>
  )
}

interface FormProps extends TodoDialogProps {
  todo: Todo | null
  /** Show this one instead: what a colleague has saved. */
  onLoad: (todo: Todo) => void
}

function Form({ todo, customerId, requestId, Picker, onClose, onLoad }: FormProps): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const me = useMe()
  const said = useSaid()
  const save = useSaveTodo()
  // One key for a new one, so that trying again after no answer never makes two.
  const key = useRef(newKey())
  const [form, setForm] = useState(() => formOf(todo, me?.id ?? ''))
  const [whom, setWhom] = useState(customerId)
  const [hasTried, setHasTried] = useState(false)
  const problems = problemsOf(form, todo, t, serverNow())
  const isReadOnly = todo !== null && !todo.abilities.edit
  const conflict = conflictOf(save.error)
  const submit = (version = todo?.version): void => {
    setHasTried(true)
    if (save.isPending || isReadOnly || Object.keys(problems).length > 0) return
    if (todo !== null) {
      const body = patchOf(form, todo)
      if (Object.keys(body).length === 0) return onClose()
      return save.mutate(
        { id: todo.id, version: version ?? 0, body, change: newKey() },
        {
          onSuccess: ({ title }) => {
            showToast(t('followUps.saidSaved', { title }))
            onClose()
          },
        },
      )
    }
    if (whom === null) return
    // Of another customer than the one on the screen it cannot be that request's.
    const body = newTodoOf(form, whom, whom === customerId ? requestId : null)
    save.mutate(
      { body, change: key.current },
      {
        onSuccess: (made) => {
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
      label={t(todo === null ? 'followUps.addTodo' : 'followUps.editTodo')}
      send={t('common.save')}
      isDisabled={save.isPending || isReadOnly}
      error={conflict === null ? save.error : null}
      onSubmit={() => submit()}
      onClose={onClose}
      hint={isReadOnly && <span style={{ flex: 1, color: 'var(--t3)' }}>{t('followUps.readOnly')}</span>}
    >
      {conflict && todo && (
        <ConflictLine
          by={conflict.by}
          onLoad={() => void client.fetchQuery({ ...todoQuery(todo.id), staleTime: 0 }).then(onLoad)}
          onKeepMine={() => submit(conflict.version)}
        />
      )}
      {todo === null && <ForWhom Picker={Picker} customerId={whom} onPick={setWhom} hasTried={hasTried} />}
      <TodoFields
        form={form}
        problems={problems}
        hasTried={hasTried}
        isReadOnly={isReadOnly}
        hasFocus={customerId !== null || todo !== null}
        {...(todo ? { owner: todo.owner } : {})}
        onChange={setForm}
      />
    </DialogForm>
  )
}
