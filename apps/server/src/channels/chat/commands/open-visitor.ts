import { createHash } from 'node:crypto'
import { eq } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { newToken } from '../../../kernel/ids.ts'
import { makeCustomer } from '../../../modules/customers/index.ts'

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

interface OpenInput {
  siteKey: string
  language: 'en' | 'ru' | 'pl' | 'bg' | null
}

/** A new visitor of a site: a customer without a name until he says who he is (rule 1), and the token that is he. */
export const openVisitor = command({
  name: 'open-visitor',
  action: 'nobody',
  async load(ctx, input: OpenInput) {
    const { sites } = ctx.tx.t
    const [site] = await ctx.tx.select().from(sites).where(eq(sites.key, input.siteKey))
    if (!site) throw notFound('site')
    return site
  },
  allow: () => true,
  async run(ctx, site, input) {
    const customer = await makeCustomer(ctx, { language: input.language })
    const token = newToken()
    const { visitors } = ctx.tx.t
    const id = ctx.newId()
    await ctx.tx.insert(visitors).values({
      id,
      siteId: site.id,
      tokenHash: hashToken(token),
      customerId: customer.id,
      language: input.language,
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
    })
    ctx.emit('visitor.started', { customerId: customer.id, visitorId: id, siteId: site.id })
    return { token, visitorId: id }
  },
})
