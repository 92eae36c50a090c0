import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../entities/common.ts'
import { operator } from '../entities/operator.ts'
import { requestType, requestTypePatch } from '../entities/request.ts'
import { newOperator, queue, queueFields, queuePatch, site, siteFields, sitePatch } from '../entities/workspace.ts'

export const settingsApi = {
  listQueues: endpoint({
    method: 'GET',
    path: '/api/queues',
    access: 'queues.view',
    summary: 'All queues with members and how many wait.',
    response: z.object({ items: z.array(queue) }),
  }),
  addQueue: endpoint({
    method: 'POST',
    path: '/api/queues',
    access: 'settings.queues',
    summary: 'Makes a queue.',
    body: queueFields,
    response: queue,
  }),
  editQueue: endpoint({
    method: 'PATCH',
    path: '/api/queues/:queueId',
    access: 'settings.queues',
    needsVersion: true,
    summary: 'Changes a queue or its members.',
    params: z.object({ queueId: id }),
    body: queuePatch,
    response: queue,
    errors: ['NOT_FOUND', 'CONFLICT'],
  }),
  listRequestTypes: endpoint({
    method: 'GET',
    path: '/api/request-types',
    access: 'requests.view',
    summary: 'Request types with stages, outcomes and auto-close.',
    response: z.object({ items: z.array(requestType) }),
  }),
  editRequestType: endpoint({
    method: 'PATCH',
    path: '/api/request-types/:typeId',
    access: 'settings.requestTypes',
    needsVersion: true,
    summary: 'Sets auto-close days, reopen window and what a reply does; open requests get their new time at once.',
    params: z.object({ typeId: id }),
    body: requestTypePatch,
    response: requestType,
    errors: ['NOT_FOUND', 'CONFLICT'],
  }),
  addOperator: endpoint({
    method: 'POST',
    path: '/api/operators',
    access: 'settings.operators',
    summary: 'Makes an account.',
    body: newOperator,
    response: operator,
    errors: ['EMAIL_TAKEN'],
  }),
  listSites: endpoint({
    method: 'GET',
    path: '/api/sites',
    access: 'settings.sites',
    summary: 'Sites of the widget.',
    response: z.object({ items: z.array(site) }),
  }),
  addSite: endpoint({
    method: 'POST',
    path: '/api/sites',
    access: 'settings.sites',
    summary: 'Makes a site; its key goes into the script tag.',
    body: siteFields,
    response: site,
    errors: ['NOT_FOUND'],
  }),
  editSite: endpoint({
    method: 'PATCH',
    path: '/api/sites/:siteId',
    access: 'settings.sites',
    needsVersion: true,
    summary: 'Changes a site.',
    params: z.object({ siteId: id }),
    body: sitePatch,
    response: site,
    errors: ['NOT_FOUND', 'CONFLICT'],
  }),
}
