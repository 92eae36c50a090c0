import { z } from 'zod'
import { id, ref } from '../entities/common.ts'
import type { errorEnvelope } from '../errors.ts'
import { joinableRooms } from './rooms.ts'

const looking = {
  requestId: id,
  /** Which of its activities is open. */
  activityId: id.nullable(),
  doing: z.enum(['viewing', 'reply', 'comment', 'gone']),
  /** He has just opened it and asks who else is there. */
  isNew: z.boolean(),
}

/** What a desk may emit. Each but `typing` and `looking` is answered by its acknowledgement. */
export const deskEmits = {
  join: z.object({ room: z.enum(joinableRooms), id }),
  leave: z.object({ room: z.enum(joinableRooms), id }),
  typing: z.object({ activityId: id, isTyping: z.boolean() }),
  /** Repeated every 15 seconds while the request stays open. */
  looking: z.object(looking),
} as const
export const widgetEmits = { typing: z.object({ isTyping: z.boolean() }) } as const
/** An endpoint called through the socket (those with `overSocket`). */
export const socketCall = z.object({
  endpoint: z.string().max(64),
  params: z.unknown().optional(),
  query: z.unknown().optional(),
  body: z.unknown().optional(),
})

/** Pushed to desks and not stored: somebody types in an activity that is on the screen. */
export const typingEvent = z.object({
  activityId: id,
  isTyping: z.boolean(),
  by: z.object({ kind: z.enum(['customer', 'operator']), id, name: z.string() }),
})
export type TypingEvent = z.output<typeof typingEvent>
/** The same of a colleague who has the same request open, or writes in it. */
export const lookingEvent = z.object({ ...looking, by: ref })
export type LookingEvent = z.output<typeof lookingEvent>

/** Acknowledgement of every emit: the value, or the error envelope of the HTTP API. */
export type Ack<T = unknown> = { ok: true; value: T } | { ok: false; error: z.output<typeof errorEnvelope> }
