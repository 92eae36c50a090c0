import { limits, stageCategories } from '@care/domain'
import { z } from 'zod'
import { id, requiredText, translated, version } from './common.ts'
import { givenField, givenName, requestField, settingKey } from './field.ts'

export const stageCategory = z.enum(stageCategories)

export const stage = z.object({ key: z.string(), category: stageCategory, name: translated })
export type StageView = z.output<typeof stage>
export const outcome = z.object({ key: z.string(), name: translated, isSystem: z.boolean() })
export type OutcomeView = z.output<typeof outcome>

export const requestType = z.object({
  id,
  name: z.string(),
  isDefault: z.boolean(),
  /** Days without an update until the request closes itself; null = never (domain rule 8). */
  autoCloseDays: z.number().positive().max(3650).nullable(),
  /** Days after closing in which a customer's message reopens (domain rule 10). */
  reopenDays: z.number().nonnegative().max(3650),
  onReply: z.enum(['reopen', 'new']),
  stages: z.array(stage),
  /** Stages of before, so that histories can name them. */
  retiredStages: z.array(stage),
  transitions: z.array(z.object({ from: z.string(), to: z.string() })),
  outcomes: z.array(outcome),
  /** Recorded when a wrap-up ends without a choice; null = the first that a person may give. */
  defaultOutcome: z.string().nullable(),
  /** Its own fields in their order, removed ones too. */
  fields: z.array(requestField),
  version,
})
export type RequestType = z.output<typeof requestType>

/** From an hour to ten years: a shorter time would close requests between two messages. */
const days = z
  .number()
  .min(1 / 24)
  .max(3650)
const shape = z.object({
  name: requiredText(100),
  onReply: requestType.shape.onReply,
  autoCloseDays: days.nullable(),
  /** 0 = a reply never reopens. */
  reopenDays: days.or(z.literal(0)),
  /** All of them in their order. One left out is retired; a known one keeps its category. */
  stages: z
    .array(z.object({ key: settingKey, category: stageCategory, name: givenName }))
    .min(1)
    .max(limits.stages),
  transitions: z.array(z.object({ from: settingKey, to: settingKey })).max(limits.stages ** 2),
  /** All that a person may choose, in their order; Care Desktop's own stay. */
  outcomes: z
    .array(z.object({ key: settingKey, name: givenName }))
    .min(1)
    .max(limits.outcomes),
  /** Key of one of its outcomes that a person may give. */
  defaultOutcome: settingKey.nullable(),
  /** All of them in their order. One left out is removed and keeps its values; a known one keeps its kind. */
  fields: z.array(givenField).max(limits.requestFields),
})
export const requestTypePatch = shape
  .extend({
    /** Where running requests go from a stage that is left out. */
    stageMoves: z.record(settingKey, settingKey),
  })
  .partial()

/** A copy of another type: stages, outcomes and fields, the same fields by their ids. */
export const newRequestType = z.object({ name: shape.shape.name, copyOf: id.optional() })
