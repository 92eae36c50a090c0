import { limits } from '@care/domain'
import { z } from 'zod'
import { id, requiredText, version } from './common.ts'
import { fieldKind } from './field.ts'

/** One of the workspace's own fields of customers (row C2). */
export const customerField = z.object({
  id,
  name: z.string(),
  kind: fieldKind,
  options: z.array(z.object({ key: z.string(), name: z.string() })),
  position: z.number(),
  /** Not shown any more; its values are kept until it is brought back. */
  isRemoved: z.boolean(),
  version,
})
export type CustomerField = z.output<typeof customerField>

/** Options by name; one with a key is that option renamed, one without is new. */
const fieldOptions = z
  .array(z.object({ key: z.string().min(1).max(64).optional(), name: requiredText(limits.tag) }))
  .max(limits.fieldOptions)

export const newCustomerField = z
  .object({
    name: requiredText(limits.tag),
    kind: fieldKind,
    options: fieldOptions.default([]),
  })
  .refine(({ kind, options }) => (kind !== 'choice' && kind !== 'choices') || options.length > 0, {
    message: 'a choice needs options',
    path: ['options'],
  })
export const customerFieldPatch = z
  .object({
    name: requiredText(limits.tag),
    options: fieldOptions,
    position: z.number().int().min(0).max(limits.customerFields),
    isRemoved: z.boolean(),
  })
  .partial()
