import type { Endpoint } from '../endpoint.ts'
import { activitiesApi } from './activities.ts'
import { auditApi } from './audit.ts'
import { authApi } from './auth.ts'
import { blockedSendersApi } from './blocked-senders.ts'
import { bulkApi } from './bulk.ts'
import { calendarsApi } from './calendars.ts'
import { callbacksApi } from './callbacks.ts'
import { callsApi } from './calls.ts'
import { channelsApi } from './channels.ts'
import { companiesApi } from './companies.ts'
import { customerFieldsApi } from './customer-fields.ts'
import { customerMergesApi } from './customer-merges.ts'
import { customersApi } from './customers.ts'
import { followUpsApi } from './follow-ups.ts'
import { notificationsApi } from './notifications.ts'
import { groupsApi } from './groups.ts'
import { locationsApi } from './locations.ts'
import { liveQueuesApi } from './live-queues.ts'
import { draftsApi } from './drafts.ts'
import { listsApi } from './lists.ts'
import { macrosApi } from './macros.ts'
import { mailsApi } from './mails.ts'
import { phoneApi } from './phone.ts'
import { presenceApi } from './presence.ts'
import { widgetCallsApi } from './public/widget-calls.ts'
import { widgetApi } from './public/widget.ts'
import { quickRepliesApi } from './quick-replies.ts'
import { recordingsApi } from './recordings.ts'
import { requestTypesApi } from './request-types.ts'
import { requestsApi } from './requests.ts'
import { settingsApi } from './settings.ts'
import { siteKeysApi } from './site-keys.ts'
import { tasksApi } from './tasks.ts'
import { tiesApi } from './ties.ts'
import { viewsApi } from './views.ts'

/** Every endpoint by name; groups are the sections of the API reference. */
export const apiGroups = {
  auth: authApi,
  tasks: tasksApi,
  presence: presenceApi,
  notifications: notificationsApi,
  liveQueues: liveQueuesApi,
  activities: activitiesApi,
  calls: callsApi,
  phone: phoneApi,
  recordings: recordingsApi,
  drafts: draftsApi,
  mails: mailsApi,
  callbacks: callbacksApi,
  customers: customersApi,
  companies: companiesApi,
  customerFields: customerFieldsApi,
  customerMerges: customerMergesApi,
  lists: listsApi,
  views: viewsApi,
  bulk: bulkApi,
  macros: macrosApi,
  requests: requestsApi,
  followUps: followUpsApi,
  requestTypes: requestTypesApi,
  ties: tiesApi,
  quickReplies: quickRepliesApi,
  blockedSenders: blockedSendersApi,
  calendars: calendarsApi,
  groups: groupsApi,
  locations: locationsApi,
  channels: channelsApi,
  settings: settingsApi,
  audit: auditApi,
  siteKeys: siteKeysApi,
  widget: widgetApi,
  widgetCalls: widgetCallsApi,
} satisfies Record<string, Record<string, Endpoint>>

export const api = {
  ...authApi,
  ...tasksApi,
  ...presenceApi,
  ...notificationsApi,
  ...liveQueuesApi,
  ...activitiesApi,
  ...callsApi,
  ...phoneApi,
  ...recordingsApi,
  ...draftsApi,
  ...mailsApi,
  ...callbacksApi,
  ...customersApi,
  ...companiesApi,
  ...customerFieldsApi,
  ...customerMergesApi,
  ...listsApi,
  ...viewsApi,
  ...bulkApi,
  ...macrosApi,
  ...requestsApi,
  ...followUpsApi,
  ...requestTypesApi,
  ...tiesApi,
  ...quickRepliesApi,
  ...blockedSendersApi,
  ...calendarsApi,
  ...groupsApi,
  ...locationsApi,
  ...channelsApi,
  ...settingsApi,
  ...auditApi,
  ...siteKeysApi,
  ...widgetApi,
  ...widgetCallsApi,
}
export type Api = typeof api
export type EndpointName = keyof Api
