import { groupWaitSeconds } from '@care/domain'
import { z } from 'zod'
import { id, requiredText, version } from './common.ts'

/** Operators who work together; a task can be handed to them. Customers' groups are free words, see customer.ts. */
export const group = z.object({
  id,
  name: z.string(),
  memberIds: z.array(id),
  /** So long its members alone are asked for what is handed to it; then the task's queue is. */
  waitSeconds: z.number().int(),
  /** False: archived, nothing is handed to it any more. */
  isActive: z.boolean(),
  version,
})
export type Group = z.output<typeof group>
const groupShape = z.object({
  name: requiredText(100),
  memberIds: z.array(id).max(2000),
  waitSeconds: z.number().int().min(groupWaitSeconds.least).max(groupWaitSeconds.most),
})
export const newGroup = groupShape.extend({
  memberIds: groupShape.shape.memberIds.default([]),
  waitSeconds: groupShape.shape.waitSeconds.default(groupWaitSeconds.default),
})
/** Without defaults: what a change does not name stays as it is. */
export const groupPatch = groupShape.extend({ isActive: z.boolean() }).partial()
