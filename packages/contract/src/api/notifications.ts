import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { chosenInstant, id, pageOf, pageQuery } from '../entities/common.ts'
import {
  colleague,
  notification,
  notificationPatch,
  notificationSettings,
  quietHours,
} from '../entities/notification.ts'
import { presence } from '../entities/operator.ts'

const count = z.object({ unread: z.number().int() })

export const notificationsApi = {
  listNotifications: endpoint({
    method: 'GET',
    path: '/api/notifications',
    access: 'signedIn',
    summary: 'What one is told, newest first: what is open, or all of the last 90 days.',
    query: z.object({ ...pageQuery, which: z.enum(['open', 'all']).default('open') }),
    response: pageOf(notification),
  }),
  seeNotifications: endpoint({
    method: 'POST',
    path: '/api/notifications/seen',
    access: 'signedIn',
    summary: 'Marks some as read, or all of them (no ids).',
    body: z.object({ ids: z.array(id).max(100).optional() }),
    response: count,
  }),
  handleNotifications: endpoint({
    method: 'POST',
    path: '/api/notifications/handled',
    access: 'signedIn',
    summary: 'One is done with these, or with what asks no more than to look at the request and talk that are open.',
    body: z.object({
      ids: z.array(id).max(100).default([]),
      /** The request that is open, and which talk of it. */
      open: z.object({ requestId: id, activityId: id.nullable() }).optional(),
    }),
    response: count,
  }),
  changeNotificationSettings: endpoint({
    method: 'PATCH',
    path: '/api/notifications/settings',
    access: 'signedIn',
    summary: 'Changes how one is told: ways by event, and the volume. They are read with `getMe`.',
    body: notificationPatch,
    response: notificationSettings,
  }),
  setDoNotDisturb: endpoint({
    method: 'PUT',
    path: '/api/presence/do-not-disturb',
    access: 'signedIn',
    summary: 'Nothing rings and nothing is offered, for a time (`until`) or until one says so; or not any more.',
    body: z.object({ isOn: z.boolean(), until: chosenInstant.nullable().default(null) }),
    response: presence,
  }),
  setQuietHours: endpoint({
    method: 'PUT',
    path: '/api/presence/quiet-hours',
    access: 'signedIn',
    summary: 'Hours of the day in the own time zone in which one is not disturbed; null = none.',
    body: z.object({ quietHours: quietHours.nullable() }),
    response: presence,
  }),
  listColleagues: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/colleagues',
    access: 'comments.write',
    summary: 'Colleagues who may see the activity and whose name has a word that begins so; the ones to be mentioned.',
    params: z.object({ activityId: id }),
    query: z.object({ search: z.string().max(limits.search).default('') }),
    response: z.object({ items: z.array(colleague) }),
    errors: ['NOT_FOUND'],
  }),
}
