import { fieldKinds, limits, longestLongAttribute, requiredWhen } from '@care/domain'
import { z } from 'zod'
import { id, text, translated } from './common.ts'

/** Own fields of customers and of request types have the same kinds and values. */
export const fieldKind = z.enum(fieldKinds)

/** Text, number, date as YYYY-MM-DD, key of a choice, keys of several, yes or no, an operator's id; null clears. */
export const attributeValue = z.union([
  text(longestLongAttribute),
  z.number(),
  z.boolean(),
  z.array(z.string().max(64)).max(limits.fieldOptions),
  z.null(),
])
/** Values by the field's id; what a change does not name stays as it is. */
export const attributes = z.record(id, attributeValue)

/** A name in the languages of the product; one is enough, the others may be left empty. */
const translatedText = (max: number) =>
  z
    .object({
      en: text(max).default(''),
      ru: text(max).default(''),
      pl: text(max).default(''),
      bg: text(max).default(''),
    })
    .refine((name) => Object.values(name).some((word) => word !== ''), 'a name in one language at least')
export const givenName = translatedText(limits.fieldName)

/** An own field of a request type (row J4). */
export const requestField = z.object({
  id,
  name: translated,
  kind: fieldKind,
  options: z.array(z.object({ key: z.string(), name: translated })),
  required: z.enum(requiredWhen),
  /** At a move into one of these; only with `required: 'stages'`. */
  requiredStages: z.array(z.string()),
  /** Shown only while the other field has one of these answers: keys of its options, or `yes` and `no`. */
  shownIf: z.object({ fieldId: id, values: z.array(z.string()) }).nullable(),
  /** Not shown any more; its values are kept until it is brought back. */
  isRemoved: z.boolean(),
})
export type RequestFieldView = z.output<typeof requestField>

const key = z.string().regex(/^[\w-]{1,64}$/u, 'letters, digits, _ and - only')
/** Ids and keys are the caller's, so that fields can name each other; a known one is that field changed. */
export const givenField = z.object({
  id: key,
  name: givenName,
  kind: fieldKind,
  options: z
    .array(z.object({ key, name: givenName }))
    .max(limits.fieldOptions)
    .default([]),
  required: z.enum(requiredWhen).default('never'),
  requiredStages: z.array(key).max(limits.stages).default([]),
  shownIf: z
    .object({ fieldId: key, values: z.array(z.string().max(64)).max(limits.fieldOptions) })
    .nullable()
    .default(null),
  isRemoved: z.boolean().default(false),
})
export { key as settingKey }
