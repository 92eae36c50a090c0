import { z } from 'zod'
import { customer } from './customer.ts'
import { id, instant, ref } from './common.ts'

/** A field whose value is chosen at a merge. */
export const mergedField = z.union([
  z.enum(['name', 'email', 'phone', 'companyName', 'language', 'timeZone', 'isVip']),
  z.templateLiteral(['attribute:', z.string().min(1).max(64)]),
])
export type MergedField = z.output<typeof mergedField>

/** Something missing or old, with what one click would save (row C2). */
export const customerMark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('noContact') }),
  z.object({ kind: z.literal('company'), company: ref, domain: z.string() }),
  z.object({ kind: z.literal('language'), language: z.string() }),
  /** `fix` is the number with its country, when that can be known. */
  z.object({ kind: z.literal('phoneCountry'), fix: z.string().nullable() }),
  z.object({ kind: z.literal('old'), since: instant }),
])
export type CustomerMark = z.output<typeof customerMark>

export const customerHints = z.object({
  marks: z.array(customerMark),
  duplicates: z.array(
    z.object({
      customer,
      reasons: z.array(z.enum(['email', 'phone', 'name'])),
      /** One of the two only said so himself: whoever typed the address need not own it (row C3). */
      isUnproven: z.boolean(),
      /** The one whose address is proven, when the other's is not: he should stay. */
      staysId: id.nullable(),
    }),
  ),
  /** Names of the sites that have signed who he is (row M8). */
  signedAt: z.array(z.string()),
  /** Who was merged into him and can be taken out again, the latest first. */
  merges: z.array(z.object({ id, sourceId: id, name: z.string(), mergedAt: instant, mergedBy: z.string().nullable() })),
})
export type CustomerHints = z.output<typeof customerHints>
