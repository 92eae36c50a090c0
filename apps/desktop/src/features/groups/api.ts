import type { Group } from '@care/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { groupsQuery } from '../../shared/entities/workspace-lists.ts'

export type GroupFields = Pick<Group, 'name' | 'memberIds' | 'waitSeconds'>
type Patch = Partial<GroupFields & Pick<Group, 'isActive'>>

/** Makes a group, or with `known` changes that one. */
export function useSaveGroup() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      known,
      fields,
    }: { known: Pick<Group, 'id' | 'version'>; fields: Patch } | { known: null; fields: GroupFields }) =>
      known === null
        ? call('addGroup', { body: fields })
        : call('editGroup', { params: { groupId: known.id }, version: known.version, body: fields }),
    // Also after a refusal: the list then shows what was faster.
    onSettled: () => client.invalidateQueries({ queryKey: groupsQuery.queryKey }),
  })
}
