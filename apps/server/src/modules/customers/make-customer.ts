import type { CustomerPatch } from '@care/contract'
import { foldEmail } from '@care/domain'
import type { Claim } from '@care/domain/identity'
import type { Ctx } from '../../kernel/command.ts'
import type { CustomerField } from './events.ts'
import { companyOfAddress } from './marks.ts'
import { columnsOf, type CustomerRecord, emailInTurn, findRow, requireFreeEmail } from './store.ts'
import { writeGroups } from './groups.ts'
import { findTied, matchCustomer, tiedInTurn, tieId } from './match-customer.ts'
import { readPhone } from './read-phone.ts'
import { rewriteWords } from './words.ts'

/** Makes a customer within a command; with no field known it is a customer without a name (rule 1). Refuses EMAIL_TAKEN. */
export async function makeCustomer(ctx: Ctx, given: CustomerPatch): Promise<CustomerRecord> {
  await requireFreeEmail(ctx, given.email ?? '', null)
  return insertCustomer(ctx, given)
}

async function insertCustomer(ctx: Ctx, given: CustomerPatch): Promise<CustomerRecord> {
  const { customers } = ctx.tx.t
  const [row] = await ctx.tx
    .insert(customers)
    .values({ ...unknown, id: ctx.newId(), createdAt: ctx.now, updatedAt: ctx.now, ...(await columnsOf(ctx, given)) })
    .returning()
  if (!row) throw new Error('customer was not inserted')
  if (given.groups !== undefined) await writeGroups(ctx, row.id, given.groups)
  await rewriteWords(ctx, { ...row, companyName: given.companyName ?? '' })
  const fields = (Object.keys(given) as CustomerField[]).filter((field) => isGiven(given[field]))
  ctx.emit('customer.created', { customerId: row.id, fields, version: row.version })
  return row
}

const isGiven = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value)

const unknown = {
  kind: 'customer',
  name: '',
  firstName: '',
  familyName: '',
  email: '',
  emailFolded: null,
  phone: '',
  phoneDigits: null,
  companyId: null,
  language: null,
  timeZone: null,
  isVip: false,
  attributes: {},
  checkedAt: null,
  mergedIntoId: null,
  version: 1,
} as const

/** What a channel knows of who comes in by it; `messenger` is the id that its other side calls him by. */
export interface ComesFrom {
  name?: string
  email?: string
  phone?: string
  language?: CustomerPatch['language']
  messenger?: { channelId: string; value: string }
}

/**
 * The customer to whom this mail address, phone or messenger id belongs, else a new one (rules 1, 6). Several are not
 * guessed from: the new one is offered for linking. Only for channels that know the sender (mail, call, messenger), never
 * for what somebody typed: see identifyVisitorCustomer.
 */
export async function findOrMakeCustomer(ctx: Ctx, given: ComesFrom): Promise<CustomerRecord> {
  const { messenger, ...fields } = given
  const email = foldEmail(given.email ?? '')
  const phone = readPhone(given.phone ?? '', given)?.normal ?? ''
  const tied = messenger && { kind: 'messenger' as const, issuer: messenger.channelId, value: messenger.value }
  if (tied) await tiedInTurn(ctx, tied)
  if (email !== '') await emailInTurn(ctx, email)
  const claims: Claim[] = [
    ...(tied ? [{ ...tied, isProven: true }] : []),
    { kind: 'mail', issuer: '', value: email, isProven: true },
    { kind: 'phone', issuer: '', value: phone, isProven: true },
  ]
  const match = await matchCustomer(ctx.tx, claims)
  const known = match.is === 'known' ? await findRow(ctx.tx, match.customerId) : null
  const row = known?.row ?? (await makeOf(ctx, fields, { email, phone }))
  if (tied && !(await findTied(ctx.tx, tied))) await tieId(ctx, row.id, tied)
  return row
}

async function makeOf(
  ctx: Ctx,
  given: Omit<ComesFrom, 'messenger'>,
  { email, phone }: { email: string; phone: string },
): Promise<CustomerRecord> {
  const known = await companyOfAddress(ctx.tx, email)
  // A channel's sender is let in whatever stands in his number.
  return insertCustomer(ctx, {
    ...given,
    ...(phone === '' && { phone: '' }),
    ...(known && { companyName: known.company.name }),
  })
}
