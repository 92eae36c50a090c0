import type { Queue } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { calendarsQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { QueueDraft } from './draft.ts'

/** A field and its value in words, for telling what somebody else saved. */
export function useFieldWords(queues: readonly Queue[]): (field: keyof QueueDraft, value: unknown) => string {
  const t = useT()
  const calendars = useQuery(calendarsQuery).data
  const nameIn = (list: readonly { id: string; name: string }[] | undefined, id: unknown): string | undefined =>
    list?.find((one) => one.id === id)?.name
  const said = (field: keyof QueueDraft, value: unknown): string => {
    if (Array.isArray(value)) return field === 'memberIds' ? String(value.length) : value.join(', ')
    if (field === 'strategy') return t(`queues.strategies.${value as QueueDraft['strategy']}`)
    if (field === 'calendarId') return nameIn(calendars, value) ?? t('queues.alwaysOpen')
    if (field === 'overflowQueueId') return nameIn(queues, value) ?? t('queues.noQueue')
    if (field === 'overflowOffer') return t(`queues.offers.${(value as QueueDraft['overflowOffer']) ?? 'none'}`)
    if (field === 'recordsCalls') return t(value === true ? 'queues.recordingOn' : 'queues.recordingOff')
    if (field === 'recordingListeners') return t(`queues.listeners.${value as QueueDraft['recordingListeners']}`)
    return typeof value === 'string' ? value : ''
  }
  return (field, value) => `${t(`queues.fields.${field}`)}: ${said(field, value) || t('common.empty')}`
}
