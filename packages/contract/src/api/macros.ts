import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bulkRun, bulkSelection } from '../entities/bulk.ts'
import { done, id } from '../entities/common.ts'
import { macro, macroPatch, newMacro } from '../entities/macro.ts'
import { requestDetails } from '../entities/request.ts'

const macroId = z.object({ macroId: id })

/** Several actions in one click, own and shared (row A7). */
export const macrosApi = {
  listMacros: endpoint({
    method: 'GET',
    path: '/api/macros',
    access: 'requests.edit',
    summary: 'One’s own macros and the shared ones, the most used first.',
    response: z.object({ items: z.array(macro) }),
  }),
  addMacro: endpoint({
    method: 'POST',
    path: '/api/macros',
    access: 'requests.edit',
    summary: 'Makes a macro, own or shared; a target that does not exist is refused.',
    body: newMacro,
    response: macro,
    errors: ['FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  editMacro: endpoint({
    method: 'PATCH',
    path: '/api/macros/:macroId',
    access: 'requests.edit',
    needsVersion: true,
    summary: 'Changes the fields given; refused with what it is now when somebody was faster (rule 4).',
    params: macroId,
    body: macroPatch,
    response: macro,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT'],
  }),
  deleteMacro: endpoint({
    method: 'DELETE',
    path: '/api/macros/:macroId',
    access: 'requests.edit',
    summary: 'Takes a macro away; it can be restored for a day.',
    params: macroId,
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  restoreMacro: endpoint({
    method: 'POST',
    path: '/api/macros/:macroId/restore',
    access: 'requests.edit',
    summary: 'Brings a deleted macro back.',
    params: macroId,
    response: macro,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  applyMacro: endpoint({
    method: 'POST',
    path: '/api/macros/:macroId/apply',
    access: 'requests.edit',
    summary:
      'Does all steps of a macro to one request, or none of them. `quickReplyId` is what the caller puts into the draft.',
    params: macroId,
    body: z.object({ requestId: id }),
    response: z.object({ request: requestDetails, quickReplyId: id.nullable() }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'CONFLICT', 'FIELDS_REQUIRED', 'MENTION_REFUSED'],
  }),
  applyMacroToMany: endpoint({
    method: 'POST',
    path: '/api/macros/:macroId/bulk',
    access: 'requests.edit',
    summary: 'Begins a bulk run with the steps of a macro. One that puts a reply into a draft is refused.',
    params: macroId,
    takesMany: true,
    body: z.object({ selection: bulkSelection }),
    response: bulkRun,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW', 'TOO_LARGE'],
  }),
}
