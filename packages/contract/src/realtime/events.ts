import { z } from 'zod'
import { comment, lastLine, marks, message } from '../entities/activity.ts'
import { bulkRun } from '../entities/bulk.ts'
import { callSignalEvent, widgetCall } from '../entities/call.ts'
import { id, instant, ref, version } from '../entities/common.ts'
import { liveQueuesChange } from '../entities/live-queues.ts'
import { notification } from '../entities/notification.ts'
import { presence, shownPresence } from '../entities/operator.ts'
import { draft } from '../entities/draft.ts'
import { widgetChat } from '../entities/widget.ts'

/**
 * What the server pushes to desks. Small: a message and a comment come whole, everything else says what changed and
 * to which version, so that the desk patches or fetches. A lost push is repaired by fetching again on reconnect.
 */
export const deskEvents = {
  /** To the activity's room and its operator's. `task` patches the row of Tasks in progress. */
  'message.added': z.object({
    message,
    task: z.object({ activityId: id, lastLine, unread: z.number(), waitingSince: instant.nullable() }),
  }),
  /** Its author edited or deleted it. `task` is there when the row's last line or wait changed with it. */
  'message.changed': z.object({
    message,
    task: z.object({ activityId: id, lastLine: lastLine.nullable(), waitingSince: instant.nullable() }).nullable(),
  }),
  'marks.changed': z.object({ activityId: id, marks, unread: z.number() }),
  'comment.added': z.object({ comment }),
  /** One’s own, to all one’s desks; an empty one is gone. */
  'draft.changed': z.object({ draft }),
  'activity.changed': z.object({ activityId: id, requestId: id, customerId: id, version }),
  'request.changed': z.object({ requestId: id, customerId: id, version }),
  /** What was put aside is back: said to who did it and to who is in charge. */
  'snooze.over': z.object({ requestId: id, customerId: id, why: z.enum(['time', 'answer']) }),
  'snoozed.changed': z.object({}),
  /** Request types or locations: fetch the lists. */
  'requestSettings.changed': z.object({}),
  /** To who may set up channels: settings or health of one changed; fetch the list. */
  'channels.changed': z.object({}),
  'customer.changed': z.object({ customerId: id, version }),
  /** Own tasks changed (accepted, returned, ended, moved): fetch the list. */
  'tasks.changed': z.object({ activityId: id }),
  'offer.made': z.object({ activityId: id, expiresAt: instant }),
  /** A colleague was asked to take a task over and did not: told to both. */
  'transfer.ended': z.object({
    activityId: id,
    to: ref,
    reason: z.enum(['declined', 'missed', 'withdrawn']),
  }),
  'offer.ended': z.object({
    activityId: id,
    reason: z.enum(['accepted', 'declined', 'missed', 'withdrawn', 'takenByOther']),
  }),
  /** At most 4 a second per queue: what waits there changed. */
  'queue.changed': z.object({ queueId: id }),
  /** To whoever watches the live queues, at most 4 a second, and all of it right after joining. */
  'liveQueues.changed': liveQueuesChange,
  /** Somebody else changed the own presence. */
  'presence.setByOther': z.object({ by: ref, shown: shownPresence }),
  /** Own or shared quick replies were added, changed or taken away. */
  'quickReplies.changed': z.object({ isShared: z.boolean() }),
  /** Own or shared views, or macros, were added, changed or taken away: fetch the list. */
  'views.changed': z.object({}),
  'macros.changed': z.object({}),
  /** To its person, at most 4 a second: how far a bulk run is. */
  'bulk.moved': z.object({ run: bulkRun }),
  /** To-dos or deals of a customer: fetch those on the screen. */
  'followUps.changed': z.object({ customerId: id, requestId: id.nullable() }),
  /** To its owner, once: a to-do is to be remembered now. */
  'todo.due': z.object({ todoId: id }),
  /** Something new to be told; `null`: read, handled or changed elsewhere, so that every tab shows the same. */
  'notifications.changed': z.object({ unread: z.number().int(), added: notification.nullable() }),
  'presence.changed': presence,
  /** Name, capacity or skills of a colleague, or of oneself. */
  'operator.changed': z.object({ operatorId: id }),
  'customer.here': z.object({ activityId: id, isHere: z.boolean() }),
  /** A call of one’s own, or one that is on the screen: fetch it. */
  'call.changed': z.object({ callId: id, version }),
  /** To the one window that holds this side of a call. */
  'call.signal': callSignalEvent,
  /** The session was revoked or ran out. */
  'session.ended': z.object({}),
} as const
export type DeskEvents = { [K in keyof typeof deskEvents]: z.output<(typeof deskEvents)[K]> }

/** What the server pushes to one visitor's widgets (all his tabs). Never a comment, a tag or a colleague's word. */
export const widgetEvents = {
  /** A new one, or one that was edited or deleted. */
  'chat.message': z.object({ message }),
  'chat.marks': z.object({ marks }),
  'chat.changed': z.object({ chat: widgetChat }),
  'chat.typing': z.object({ isTyping: z.boolean(), name: z.string() }),
  'call.changed': z.object({ call: widgetCall }),
  'call.signal': callSignalEvent,
  'site.changed': z.object({ isOnline: z.boolean(), opensAt: instant.nullable() }),
} as const
export type WidgetEvents = { [K in keyof typeof widgetEvents]: z.output<(typeof widgetEvents)[K]> }
