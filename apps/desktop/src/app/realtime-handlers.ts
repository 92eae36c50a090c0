import type { DeskEventHandlers } from '../shared/realtime/events.ts'
import { callEvents } from '../features/calls/realtime.ts'
import { communicationEvents } from '../features/communication/realtime.ts'
import { followUpEvents } from '../features/follow-ups/realtime.ts'
import { journeyEvents } from '../features/journey/realtime.ts'
import { callbackEvents } from '../features/callbacks/realtime.ts'
import { mailEvents } from '../features/mail/realtime.ts'
import { notificationEvents } from '../features/notifications/news.ts'
import { presenceEvents } from '../features/presence/realtime.ts'
import { taskEvents } from '../features/tasks/realtime.ts'
import { snoozeEvents } from '../features/snooze/realtime.ts'
import { transferEvents } from '../features/transfer/realtime.ts'
import { tieEvents } from '../features/ties/realtime.ts'
import { entityEvents } from '../shared/entities/realtime.ts'
import { sessionEvents } from './session-events.ts'

/** Which features hear what the server pushes; one line each. */
export const realtimeHandlers: readonly Partial<DeskEventHandlers>[] = [
  entityEvents,
  taskEvents,
  transferEvents,
  snoozeEvents,
  communicationEvents,
  callEvents,
  presenceEvents,
  notificationEvents,
  journeyEvents,
  mailEvents,
  callbackEvents,
  tieEvents,
  followUpEvents,
  sessionEvents,
]
