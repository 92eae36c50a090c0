import type { Todo } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { serverNow } from '../../../shared/clock.ts'
import { useMe } from '../../../shared/entities/me.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { todoQuery, useSaveTodo } from '../api.ts'
import { FollowUpDialog, type FollowUpDialogProps, type OpenedProps } from '../FollowUpDialog.tsx'
import { FollowUpForm } from '../FollowUpForm.tsx'
import { formOf, newTodoOf, patchOf, problemsOf } from './form.ts'
import { TodoFields } from './TodoFields.tsx'

/** Makes a to-do or changes one (row J7). */
export function TodoDialog(props: FollowUpDialogProps): ReactNode {
  const t = useT()
  const { data, isError, refetch } = useQuery({ ...todoQuery(props.id ?? ''), enabled: props.id !== null })
  return (
    <FollowUpDialog
      {...props}
      title={t(props.id === null ? 'followUps.addTodo' : 'followUps.editTodo')}
      row={props.id === null ? null : data}
      problem={isError ? { title: t('followUps.todosDidNotLoad'), onRetry: () => void refetch() } : null}
      Form={Form}
    />
  )
}

function Form(opened: OpenedProps<Todo>): ReactNode {
  const t = useT()
  const me = useMe()
  const { id, row } = opened
  const [form, setForm] = useState(() => formOf(row, me?.id ?? ''))
  const problems = problemsOf(form, row, t, serverNow())
  const owner = row ? { owner: row.owner } : {}
  return (
    <FollowUpForm
      opened={opened}
      save={useSaveTodo()}
      reload={(client) => client.fetchQuery({ ...todoQuery(id ?? ''), staleTime: 0 })}
      hasProblems={Object.keys(problems).length > 0}
      newOf={(customerId, requestId) => newTodoOf(form, customerId, requestId)}
      patchOf={(todo) => patchOf(form, todo)}
    >
      {(fields) => <TodoFields form={form} problems={problems} {...fields} {...owner} onChange={setForm} />}
    </FollowUpForm>
  )
}
