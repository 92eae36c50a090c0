import type { CallInput } from '@care/client'
import type { Calendar } from '@care/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { calendarsQuery, queuesQuery } from '../../shared/entities/workspace-lists.ts'

export type CalendarFields = NonNullable<CallInput<'addCalendar'>['body']>

/** Makes opening hours, or with `known` replaces those. */
export function useSaveCalendar() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ known, fields }: { known: Pick<Calendar, 'id' | 'version'> | null; fields: CalendarFields }) =>
      known === null
        ? call('addCalendar', { body: fields })
        : call('editCalendar', { params: { calendarId: known.id }, version: known.version, body: fields }),
    onSettled: () =>
      Promise.all([calendarsQuery, queuesQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  })
}

export function useRemoveCalendar() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (calendarId: string) => call('removeCalendar', { params: { calendarId } }),
    onSettled: () => client.invalidateQueries({ queryKey: calendarsQuery.queryKey }),
  })
}
