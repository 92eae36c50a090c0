import { z } from 'zod'
import { email, id, instant, ref } from './common.ts'

/** Somebody whose words are refused at the door (rule 26). */
export const blockedSender = z.object({
  id,
  kind: z.enum(['visitor', 'email', 'network']),
  /** The mail address, IP address or range; '' for a visitor, who is known by his customer. */
  value: z.string(),
  customer: ref.nullable(),
  request: z.object({ id, number: z.number() }).nullable(),
  blockedAt: instant,
  blockedBy: ref.nullable(),
  liftedAt: instant.nullable(),
  liftedBy: ref.nullable(),
})
export type BlockedSender = z.output<typeof blockedSender>

export const newBlockedSender = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('email'), value: email }),
  z.object({ kind: z.literal('network'), value: z.string().trim().min(2).max(64) }),
])
