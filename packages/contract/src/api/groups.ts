import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../entities/common.ts'
import { group, groupPatch, newGroup } from '../entities/group.ts'

export const groupsApi = {
  listGroups: endpoint({
    method: 'GET',
    path: '/api/groups',
    access: 'operators.view',
    summary: 'Groups of operators by name with their members, archived ones too.',
    response: z.object({ items: z.array(group) }),
  }),
  addGroup: endpoint({
    method: 'POST',
    path: '/api/groups',
    access: 'settings.groups',
    summary: 'Makes a group that tasks can be handed to.',
    body: newGroup,
    response: group,
    errors: ['NAME_TAKEN', 'NOT_ALLOWED_NOW'],
  }),
  editGroup: endpoint({
    method: 'PATCH',
    path: '/api/groups/:groupId',
    access: 'settings.groups',
    needsVersion: true,
    summary:
      'Changes name, members or wait, archives it or brings it back; what waits for an archived one goes to its queue.',
    params: z.object({ groupId: id }),
    body: groupPatch,
    response: group,
    errors: ['NOT_FOUND', 'CONFLICT', 'NAME_TAKEN'],
  }),
}
