import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../entities/common.ts'
import { newRequestType, requestType, requestTypePatch } from '../entities/request-type.ts'

export const requestTypesApi = {
  listRequestTypes: endpoint({
    method: 'GET',
    path: '/api/request-types',
    access: 'requests.view',
    summary: 'Request types with stages, outcomes, own fields and auto-close.',
    response: z.object({ items: z.array(requestType) }),
  }),
  addRequestType: endpoint({
    method: 'POST',
    path: '/api/request-types',
    access: 'settings.requestTypes',
    summary: 'Makes a type: a copy of another one, or with the default workflow and without fields.',
    body: newRequestType,
    response: requestType,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  editRequestType: endpoint({
    method: 'PATCH',
    path: '/api/request-types/:typeId',
    access: 'settings.requestTypes',
    needsVersion: true,
    summary:
      'Changes name, clocks, workflow, outcomes or fields. Open requests get their new time at once; those in a stage that is left out need `stageMoves`.',
    params: z.object({ typeId: id }),
    body: requestTypePatch,
    response: requestType,
    errors: ['NOT_FOUND', 'CONFLICT', 'STAGE_IN_USE'],
  }),
}
