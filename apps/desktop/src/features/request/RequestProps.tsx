import { newKey } from '@care/client'
import type { RequestDetails } from '@care/contract'
import { priorities, type Priority } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { BoundField } from '../../shared/edit/useBoundFields.ts'
import { isInUse, queuesQuery, requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { errorText } from '../../shared/error-text.ts'
import { serverNow } from '../../shared/clock.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { InlineField } from '../../shared/ui/InlineField.tsx'
import { PropGrid } from '../../shared/ui/PropGrid.tsx'
import { SelectField } from '../../shared/ui/SelectField.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useChangeType } from './api.ts'
import { AssigneeField } from './AssigneeField.tsx'
import { RequestTags } from './RequestTags.tsx'
import { fromFieldValue, toFieldValue } from '../../shared/format/date-field.ts'

interface RequestPropsProps {
  request: RequestDetails
  bind: (field: string) => BoundField
  isReadOnly: boolean
}

/** Type, priority, queue, assignee and due date. The lists are fetched when the first menu opens. */
export function RequestProps({ request, bind, isReadOnly }: RequestPropsProps): ReactNode {
  const t = useT()
  const [isWanted, setIsWanted] = useState(false)
  const types = useQuery({ ...requestTypesQuery, enabled: isWanted }).data
  const queues = useQuery({ ...queuesQuery, enabled: isWanted }).data
  const changeType = useTypeChange(request)
  const queue = bind('queueId')
  const priority = bind('priority')
  const nameIn = (list: readonly { id: string; name: string }[] | undefined, id: unknown): string | undefined =>
    list?.find((one) => one.id === id)?.name
  const opening = (field: BoundField) => ({
    onOpen: () => {
      setIsWanted(true)
      field.onOpen()
    },
  })
  const typeOptions = (types ?? [request.type]).map(({ id, name }) => ({ value: id, label: name }))
  const queueOptions = (queues?.filter(isInUse) ?? (request.queue ? [request.queue] : [])).map(({ id, name }) => ({
    value: id,
    label: name,
  }))
  return (
    <PropGrid>
      <SelectField
        label={t('request.type')}
        value={request.type.id}
        shown={request.type.name}
        options={typeOptions}
        onOpen={() => setIsWanted(true)}
        onSelect={changeType}
        isReadOnly={isReadOnly}
      />
      <SelectField<Priority>
        {...priority}
        label={t('request.priority')}
        value={priority.value as Priority}
        shown={t(`request.priorities.${priority.value as Priority}`)}
        options={priorities.toReversed().map((key) => ({ value: key, label: t(`request.priorities.${key}`) }))}
        onSelect={priority.onSave}
        isReadOnly={isReadOnly}
      />
      <SelectField
        {...queue}
        {...opening(queue)}
        label={t('request.queue')}
        value={queue.value as string | null}
        shown={nameIn(queues, queue.value) ?? request.queue?.name ?? t('request.noQueue')}
        isEmpty={queue.value === null}
        options={queueOptions}
        onSelect={queue.onSave}
        isReadOnly={isReadOnly}
      />
      <AssigneeField request={request} />
      <DueField field={bind('dueAt')} isReadOnly={isReadOnly} isClosed={request.category === 'closed'} />
      <RequestTags field={bind('tags')} isReadOnly={isReadOnly} />
    </PropGrid>
  )
}

/** Changes the type at once and offers to take it back: stage and fields follow the type. */
function useTypeChange(request: RequestDetails): (typeId: string) => void {
  const t = useT()
  const change = useChangeType(request.id)
  const undoable = useUndoable()
  return (typeId) => {
    const name = newKey()
    change.mutate(
      { typeId, version: request.version, change: name },
      {
        onSuccess: (changed) =>
          undoable(t('request.typeChanged', { type: changed.type.name }), { requestId: request.id, change: name }),
        onError: (error) => showToast(errorText(t, error)),
      },
    )
  }
}

function DueField({
  field,
  isReadOnly,
  isClosed,
}: {
  field: BoundField
  isReadOnly: boolean
  isClosed: boolean
}): ReactNode {
  const t = useT()
  const format = useFormat()
  const at = field.value as number | null
  const isLate = at !== null && !isClosed && at < serverNow()
  const words = at === null ? '' : format.dateTime(at)
  return (
    <InlineField
      {...field}
      type="datetime-local"
      label={t('request.due')}
      value={toFieldValue(at)}
      shown={isLate ? <span style={{ color: 'var(--err)' }}>{words}</span> : words}
      isReadOnly={isReadOnly}
      check={(value) => (fromFieldValue(value) === undefined ? t('request.notDate') : null)}
      onSave={(value) => field.onSave(fromFieldValue(value) ?? null)}
    />
  )
}
