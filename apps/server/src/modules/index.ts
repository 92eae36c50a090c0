import type { ChannelEndpoint, EndpointName, MailChannelEndpoint } from '@care/contract'
import type { widgetRoutes } from '@care/contract/wire'
import type { Handlers } from '../kernel/handler.ts'
import type { Module } from '../kernel/module.ts'
import { activitiesModule, activityHandlers } from './activities/index.ts'
import { auditHandlers, auditModule } from './audit/index.ts'
import { authHandlers, authModule } from './auth/index.ts'
import { blockedSenderHandlers, blockedSendersModule } from './blocked-senders/index.ts'
import { bulkHandlers, bulkModule } from './bulk/index.ts'
import { callHandlers, callsModule, recordingHandlers } from './calls/index.ts'
import { calendarHandlers, calendarsModule } from './calendars/index.ts'
import { callbackHandlers, callbacksModule } from './callbacks/index.ts'
import { channelsModule } from './channels/index.ts'
import {
  companyHandlers,
  customerFieldHandlers,
  customerHandlers,
  customerMergeHandlers,
  customers,
} from './customers/index.ts'
import { followUpHandlers, followUpsModule } from './follow-ups/index.ts'
import { macroHandlers, macrosModule } from './macros/index.ts'
import { notificationHandlers, notificationsModule } from './notifications/index.ts'
import { figureHandlers, figuresModule } from './figures/index.ts'
import { draftHandlers, draftsModule } from './drafts/index.ts'
import { filesModule } from './files/index.ts'
import { listHandlers, listsModule } from './lists/index.ts'
import { mailHandlers, mailsModule } from './mails/index.ts'
import { operatorHandlers, operatorsModule } from './operators/index.ts'
import { phoneHandlers, phoneModule } from './phone/index.ts'
import { quickReplyHandlers, quickRepliesModule } from './quick-replies/index.ts'
import { requestHandlers, requestsModule } from './requests/index.ts'
import { routingHandlers, routingModule } from './routing/index.ts'
import { settingsHandlers, settingsModule, siteKeyHandlers } from './settings/index.ts'
import { tieHandlers, tiesModule } from './ties/index.ts'
import { undoHandlers, undoModule } from './undo/index.ts'
import { viewHandlers, viewsModule } from './views/index.ts'

/** Every module of the product, one line each. The widget's doors are in ../channels/index.ts. */
export const modules: readonly Module[] = [
  operatorsModule,
  authModule,
  auditModule,
  settingsModule,
  calendarsModule,
  customers,
  filesModule,
  requestsModule,
  followUpsModule,
  quickRepliesModule,
  activitiesModule,
  draftsModule,
  mailsModule,
  callbacksModule,
  channelsModule,
  routingModule,
  callsModule,
  phoneModule,
  blockedSendersModule,
  figuresModule,
  tiesModule,
  undoModule,
  notificationsModule,
  listsModule,
  viewsModule,
  bulkModule,
  macrosModule,
]

/** The handler of every endpoint of the desk but those of channels, which know their kinds (../channels/index.ts). */
export const handlers = {
  ...operatorHandlers,
  ...authHandlers,
  ...settingsHandlers,
  ...auditHandlers,
  ...siteKeyHandlers,
  ...calendarHandlers,
  ...customerHandlers,
  ...companyHandlers,
  ...customerFieldHandlers,
  ...customerMergeHandlers,
  ...listHandlers,
  ...viewHandlers,
  ...bulkHandlers,
  ...macroHandlers,
  ...requestHandlers,
  ...followUpHandlers,
  ...quickReplyHandlers,
  ...activityHandlers,
  ...draftHandlers,
  ...mailHandlers,
  ...callHandlers,
  ...recordingHandlers,
  ...callbackHandlers,
  ...phoneHandlers,
  ...routingHandlers,
  ...blockedSenderHandlers,
  ...figureHandlers,
  ...tieHandlers,
  ...undoHandlers,
  ...notificationHandlers,
} satisfies Handlers<Exclude<EndpointName, keyof typeof widgetRoutes | ChannelEndpoint | MailChannelEndpoint>>
