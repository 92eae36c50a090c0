import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id } from '../entities/common.ts'
import { newView, savedView, viewPatch } from '../entities/view.ts'

const viewId = z.object({ viewId: id })
const most = limits.viewsOwn + limits.viewsShared

/** Views of All requests, own and shared (row R1). */
export const viewsApi = {
  listViews: endpoint({
    method: 'GET',
    path: '/api/views',
    access: 'requests.view',
    summary: 'One’s own views and the shared ones in one’s own order, and which of them opens first.',
    response: z.object({ items: z.array(savedView), defaultViewId: id.nullable() }),
  }),
  addView: endpoint({
    method: 'POST',
    path: '/api/views',
    access: 'requests.view',
    summary: 'Saves a filter, a sort and columns under a name; sharing it needs views.share.',
    body: newView,
    response: savedView,
    errors: ['FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  editView: endpoint({
    method: 'PATCH',
    path: '/api/views/:viewId',
    access: 'requests.view',
    needsVersion: true,
    summary: 'Changes the fields given; refused with what it is now when somebody was faster (rule 4).',
    params: viewId,
    body: viewPatch,
    response: savedView,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'NOT_ALLOWED_NOW'],
  }),
  takeOverView: endpoint({
    method: 'POST',
    path: '/api/views/:viewId/take-over',
    access: 'views.share',
    summary: 'Becomes the one in charge of a shared view, as when its maker has left.',
    params: viewId,
    response: savedView,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  deleteView: endpoint({
    method: 'DELETE',
    path: '/api/views/:viewId',
    access: 'requests.view',
    summary: 'Takes a view away; it can be restored for a day.',
    params: viewId,
    response: done,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  restoreView: endpoint({
    method: 'POST',
    path: '/api/views/:viewId/restore',
    access: 'requests.view',
    summary: 'Brings a deleted view back.',
    params: viewId,
    response: savedView,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  arrangeViews: endpoint({
    method: 'PUT',
    path: '/api/views/arrangement',
    access: 'requests.view',
    summary: 'Keeps one’s own order of the views and which of them opens first.',
    body: z.object({ order: z.array(id).max(most), defaultViewId: id.nullable() }),
    response: z.object({ order: z.array(id), defaultViewId: id.nullable() }),
  }),
}
