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
export const queueFields = z.object({
  name: requiredText(100),
  strategy: z.enum(strategies).default('longestIdle'),
  offerSeconds: z.number().int().min(5).max(600).default(30),
  memberIds: z.array(id).max(2000).default([]),
})

/** `https://shop.example` or `http://localhost:4000`: scheme, host, port, nothing behind. */
export const origin = z.string().max(253).refine((value) => URL.canParse(value) && new URL(value).origin === value, 'not an origin')

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
export const siteFields = z.object({
  name: requiredText(100),
  allowedOrigins: z.array(origin).max(50),
  queueId: id,
  language: language.default('en'),
  hasPreChat: z.boolean().default(true),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/).default('#205a43'),
})

export const newOperator = z.object({
  name: requiredText(limits.customerName),
  email: z.email().max(limits.email),
  password: z.string().min(limits.password.min).max(limits.password.max),
  role: z.enum(['operator', 'dispatcher', 'supervisor', 'admin']),
  queueIds: z.array(id).max(200).default([]),
  capacity: z.partialRecord(z.enum(mediumIds), z.number().int().min(0).max(99)).optional(),
})
