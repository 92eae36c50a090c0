import { limits } from '@care/domain'
import { z } from 'zod'
import { id, requiredText, text, version } from './common.ts'

/** A company with the mail domains by which its people are known (row C2). */
export const company = z.object({
  id,
  name: z.string(),
  domains: z.array(z.string()),
  people: z.number(),
  version,
  abilities: z.object({ edit: z.boolean() }),
})
export type Company = z.output<typeof company>

export const companyPatch = z
  .object({
    name: requiredText(limits.customerName),
    domains: z.array(text(limits.email).pipe(z.string().min(1))).max(limits.domainsPerCompany),
  })
  .partial()
