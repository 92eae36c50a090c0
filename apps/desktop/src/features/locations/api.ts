import type { Location } from '@care/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { locationsQuery } from '../../shared/entities/workspace-lists.ts'

export function useAddLocation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string }) => call('addLocation', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: locationsQuery.queryKey }),
  })
}

export function useEditLocation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ location, patch }: { location: Location; patch: { name?: string; isActive?: boolean } }) =>
      call('editLocation', { params: { locationId: location.id }, version: location.version, body: patch }),
    // Also after a refusal: the list then shows what was faster.
    onSettled: () => client.invalidateQueries({ queryKey: locationsQuery.queryKey }),
  })
}
