import { recordingLimits, recordingStates } from '@care/domain/recording'
import { z } from 'zod'
import { id, instant } from './common.ts'

/** A call’s recording as the desk shows it. */
export const callRecording = z.object({
  origin: z.enum(['browser', 'phone']),
  state: z.enum(recordingStates),
  /** The customer agreed. */
  startedAt: instant.nullable(),
  pausedSince: instant.nullable(),
  /** What was left out on purpose. */
  pauses: z.array(z.object({ from: instant, to: instant })),
  stoppedAt: instant.nullable(),
  /** Of what can be heard, once it is ready. */
  ms: z.number().int(),
  bytes: z.number().int(),
  /** Loudness over its length, 0 to 255, customer and operator; empty for who may not listen, and where nobody measured. */
  peaks: z.array(z.tuple([z.number().int(), z.number().int()])),
  eraseAt: instant.nullable(),
  /** It is ready, and one may. */
  canListen: z.boolean(),
})
export type CallRecording = z.output<typeof callRecording>

/** What the customer is told of it. */
export const widgetRecording = z.enum(['asked', 'refused', 'recording', 'paused', 'over'])

/** Stands in the address: the body is the sound. */
export const chunkQuery = z.object({
  /** Made by the window that records, one for each time that it begins. */
  segmentId: z.string().regex(/^[\w-]{8,64}$/),
  /** 0, 1, 2 … within the segment. */
  seq: z.coerce.number().int().min(0).max(100_000),
  /** How much sound it is. */
  ms: z.coerce.number().int().min(0).max(recordingLimits.chunkMs),
  /** How long ago its segment began. */
  agoMs: z.coerce
    .number()
    .int()
    .min(0)
    .max(7 * 86_400_000),
  /** Loudness, two bytes in hex for each value: customer, operator. */
  peaks: z
    .string()
    .max(4 * recordingLimits.chunkPeaks)
    .regex(/^([0-9a-f]{4})*$/)
    .default(''),
  /** Nothing comes after it in this segment. */
  isLast: z.stringbool().default(false),
})

export const recordingStep = z.object({ step: z.enum(['pause', 'resume', 'stop']) })
export const chunkTaken = z.object({ callId: id, nextSeq: z.number().int() })
