import type { RequestDetails } from '@care/contract'
import type { Priority } from '@care/domain'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { asText } from '../../shared/edit/as-text.ts'
import { FieldConflicts, type FieldWords } from '../../shared/edit/FieldConflicts.tsx'
import type { FieldEdits } from '../../shared/edit/useFieldEdits.ts'
import { queuesQuery, requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { PropGrid } from '../../shared/ui/PropGrid.tsx'

/** "Iva changed Due to Fri 16:00" for each field of the request that somebody else changed first. */
export function RequestConflicts({ edits, request }: { edits: FieldEdits; request: RequestDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const text = (value: unknown): string => asText(value) || t('common.empty')
  const queueName = (id: unknown): string =>
    client.getQueryData(queuesQuery.queryKey)?.find((queue) => queue.id === id)?.name ?? text(id)
  const typeName = (id: unknown): string =>
    client.getQueryData(requestTypesQuery.queryKey)?.find((type) => type.id === id)?.name ?? request.type.name
  const fields: FieldWords = {
    title: { label: t('request.title'), say: text },
    description: { label: t('request.description'), say: text },
    priority: { label: t('request.priority'), say: (value) => t(`request.priorities.${value as Priority}`) },
    dueAt: {
      label: t('request.due'),
      say: (value) => (typeof value === 'number' ? format.dateTime(value) : t('common.empty')),
    },
    typeId: { label: t('request.type'), say: typeName },
    queueId: { label: t('request.queue'), say: queueName },
    tags: {
      label: t('request.tags'),
      say: (value) => (Array.isArray(value) && value.length > 0 ? value.join(', ') : t('common.empty')),
    },
  }
  return (
    <PropGrid>
      <FieldConflicts edits={edits} fields={fields} />
    </PropGrid>
  )
}
