import type { Api, BodyOf, ConflictDetails } from '@care/contract'
import { domainProblem, normalDomain } from '@care/domain'
import { and, eq, inArray, ne } from '../../../db/drizzle.ts'
import { inTurn, plus } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { domainsOf } from '../queries/companies.ts'
import { foldCompany } from '../store.ts'
import { rewriteWords } from '../words.ts'

interface EditInput {
  companyId: string
  version: number
  patch: BodyOf<Api['editCompany']>
}

/** Renames a company or sets its mail domains (row C2). Refuses CONFLICT (rule 4) and NAME_TAKEN. */
export const editCompany = command({
  name: 'edit-company',
  action: 'customers.edit',
  async load({ tx }, { companyId }: EditInput) {
    const { companies } = tx.t
    // Writing first locks the row, so that two editors come one after the other.
    const [row] = await tx
      .update(companies)
      .set({ version: plus(companies.version, 1) })
      .where(eq(companies.id, companyId))
      .returning()
    if (!row) throw notFound('company')
    return { row, before: row.version - 1, domains: (await domainsOf(tx, [companyId])).get(companyId) ?? [] }
  },
  allow: () => true,
  async run(ctx, { row, before, domains }, { companyId, version, patch }) {
    if (before !== version) {
      const current = { name: row.name, domains }
      const details: ConflictDetails = { currentVersion: before, changedBy: null, changedAt: null, current }
      throw new AppError('CONFLICT', 'the company was changed meanwhile', { ...details })
    }
    if (patch.name !== undefined && patch.name !== row.name) await rename(ctx, companyId, patch.name)
    if (patch.domains !== undefined) await setDomains(ctx, companyId, patch.domains)
    ctx.emit('company.edited', { companyId, fields: Object.keys(patch), version: row.version })
    return { companyId }
  },
})

async function rename(ctx: Ctx, companyId: string, name: string): Promise<void> {
  const { companies, customers } = ctx.tx.t
  const nameFolded = foldCompany(name)
  await inTurn(ctx.tx, `company ${nameFolded}`)
  const [other] = await ctx.tx
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.nameFolded, nameFolded), ne(companies.id, companyId)))
  if (other) throw new AppError('NAME_TAKEN', 'another company has this name', { companyId: other.id })
  await ctx.tx.update(companies).set({ name, nameFolded }).where(eq(companies.id, companyId))
  // Its people are found by its name.
  for (const customer of await ctx.tx.select().from(customers).where(eq(customers.companyId, companyId)))
    if (customer.mergedIntoId === null) await rewriteWords(ctx, { ...customer, companyName: name })
}

async function setDomains(ctx: Ctx, companyId: string, typed: readonly string[]): Promise<void> {
  const { companyDomains } = ctx.tx.t
  const wanted = [...new Set(typed.map(normalDomain))]
  const wrong = wanted.find((domain) => domainProblem(domain) !== null)
  if (wrong !== undefined)
    throw new AppError('INVALID_INPUT', 'not a domain of one company', {
      issues: [{ path: 'domains', message: domainProblem(wrong), domain: wrong }],
    })
  await ctx.tx.delete(companyDomains).where(eq(companyDomains.companyId, companyId))
  if (wanted.length === 0) return
  const rows = wanted.map((domain) => ({ domain, companyId }))
  const made = await ctx.tx.insert(companyDomains).values(rows).onConflictDoNothing().returning()
  if (made.length === wanted.length) return
  const [other] = await ctx.tx
    .select()
    .from(companyDomains)
    .where(and(inArray(companyDomains.domain, wanted), ne(companyDomains.companyId, companyId)))
  throw new AppError('NAME_TAKEN', 'another company has this domain', {
    companyId: other?.companyId ?? null,
    domain: other?.domain ?? null,
  })
}
