import { z } from 'zod'
import { id } from '../entities/common.ts'
import type { errorEnvelope } from '../errors.ts'
import { joinableRooms } from './rooms.ts'

/** What a desk may emit. Each is answered by its acknowledgement. */
export const deskEmits = {
  join: z.object({ room: z.enum(joinableRooms), id }),
  leave: z.object({ room: z.enum(joinableRooms), id }),
  typing: z.object({ activityId: id, isTyping: z.boolean() }),
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

/** Acknowledgement of every emit: the value, or the error envelope of the HTTP API. */
export type Ack<T = unknown> = { ok: true; value: T } | { ok: false; error: z.output<typeof errorEnvelope> }
