import { limits, normaliseTag } from '@care/domain'
import { z } from 'zod'
import { email, id, instant, language, text, version } from './common.ts'
import { attributes } from './field.ts'

export const customerRef = z.object({
  id,
  /** Shown name (domain rule 6); empty when nothing is known, the screen says "Unknown customer". */
  name: z.string(),
  isVip: z.boolean(),
})
export type CustomerRef = z.output<typeof customerRef>

export const customer = z.object({
  id,
  kind: z.enum(['customer', 'employee']),
  name: z.string(),
  firstName: z.string(),
  familyName: z.string(),
  email: z.string(),
  phone: z.string(),
  /** E.164, when the number's country is known. */
  phoneNumber: z.string().nullable(),
  company: z.object({ id, name: z.string() }).nullable(),
  language: language.nullable(),
  timeZone: z.string().nullable(),
  isVip: z.boolean(),
  groups: z.array(z.string()),
  /** Values of the workspace's own fields, by field id. */
  attributes,
  requests: z.object({ open: z.number(), total: z.number() }),
  /** When something was last said in any talk with him. */
  lastContactAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version,
  abilities: z.object({ edit: z.boolean() }),
})
export type Customer = z.output<typeof customer>

const timeZone = text(64).refine(
  (zone) => zone === '' || Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
  'not a time zone',
)

export const customerFields = z.object({
  name: text(limits.customerName),
  email: email.or(z.literal('')),
  phone: text(limits.phone),
  /** Name of the company; an unknown one is made, an empty one clears it. */
  companyName: text(limits.customerName),
  language: language.nullable(),
  timeZone: timeZone.nullable(),
  isVip: z.boolean(),
  groups: z
    .array(z.string().transform(normaliseTag).pipe(z.string().min(1).max(limits.tag)))
    .max(limits.groupsPerCustomer),
  /** Only the fields named here are changed. */
  attributes,
})
export const newCustomer = customerFields
  .partial()
  .refine((fields) => Boolean(fields.name || fields.email || fields.phone), {
    message: 'name, email or phone is needed',
    path: ['name'],
  })
export const customerPatch = customerFields.partial()
export type CustomerPatch = z.output<typeof customerPatch>
