import { limits, mediumIds, strategies } from '@care/domain'
import { z } from 'zod'
import { id, language, requiredText, version } from './common.ts'

export const queue = z.object({
  id,
  name: z.string(),
  strategy: z.enum(strategies),
  offerSeconds: z.number().int(),
  memberIds: z.array(id),
  waiting: z.number().int(),
  isMine: z.boolean(),
  version,
})
export type Queue = z.output<typeof queue>
const queueShape = z.object({
  name: requiredText(100),
  strategy: z.enum(strategies),
  offerSeconds: z.number().int().min(5).max(600),
  memberIds: z.array(id).max(2000),
})
export const queueFields = queueShape.extend({
  strategy: queueShape.shape.strategy.default('longestIdle'),
  offerSeconds: queueShape.shape.offerSeconds.default(30),
  memberIds: queueShape.shape.memberIds.default([]),
})
/** Without defaults: what a change does not name stays as it is. */
export const queuePatch = queueShape.partial()

/** `https://shop.example` or `http://localhost:4000`: scheme, host, port, nothing behind. */
export const origin = z
  .string()
  .max(253)
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, 'not an origin')

export const site = z.object({
  id,
  /** Public, stands in the script tag of the host page. */
  key: z.string(),
  name: z.string(),
  allowedOrigins: z.array(z.string()),
  queueId: id,
  language,
  hasPreChat: z.boolean(),
  colour: z.string(),
  version,
})
export type Site = z.output<typeof site>
const siteShape = z.object({
  name: requiredText(100),
  allowedOrigins: z.array(origin).max(50),
  queueId: id,
  language,
  hasPreChat: z.boolean(),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
})
export const siteFields = siteShape.extend({
  language: language.default('en'),
  hasPreChat: z.boolean().default(true),
  colour: siteShape.shape.colour.default('#205a43'),
})
export const sitePatch = siteShape.partial()

export const newOperator = z.object({
  name: requiredText(limits.customerName),
  email: z.email().max(limits.email),
  password: z.string().min(limits.password.min).max(limits.password.max),
  role: z.enum(['operator', 'dispatcher', 'supervisor', 'admin']),
  queueIds: z.array(id).max(200).default([]),
  capacity: z.partialRecord(z.enum(mediumIds), z.number().int().min(0).max(99)).optional(),
})
