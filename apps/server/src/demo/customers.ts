import type { Language } from '@care/contract'
import { foldEmail, foldText, phoneDigits, splitFullName } from '@care/domain'
import { foldCompany, wordsOf } from '../modules/customers/index.ts'
import { folk, inLatin } from './names.ts'
import type { Random } from './random.ts'
import type { RowMaker } from './rows.ts'
import { siteId } from './workspace.ts'

export interface DemoCustomer {
  id: string
  name: string
  firstName: string
  email: string
  /** May be empty, as the address. */
  phone: string
  language: Language
  isVip: boolean
  city: string
  /** In the widget of the shop. */
  visitorId: string
  createdAt: number
}
const round = ['en', 'pl', 'en', 'ru', 'bg', 'en', 'pl', 'ru', 'en', 'bg'] as const satisfies readonly Language[]
/** The language of the customer at this place of the address book. */
export const languageAt = (index: number): Language => round[index % round.length] ?? 'en'

/** The people of the address book, with companies, VIP marks and the words by which they are found. */
export function makeCustomers({ add }: RowMaker, random: Random, createdAts: readonly number[]): DemoCustomer[] {
  const companies = makeCompanies(add, random, Math.min(...createdAts))
  const seen = new Set<string>()
  return createdAts.map((createdAt, index) => {
    const language = languageAt(index)
    const home = folk[language]
    const name = newName(random, language, seen)
    const companyName = random.chance(0.45) ? random.pick(home.companies) : ''
    const domain =
      companyName === ''
        ? random.pick(['example.com', 'example.net', 'example.org'])
        : `${inLatin(foldText(companyName))}.example`
    const email = random.chance(0.94) ? `${inLatin(foldText(name)).replace('-', '.')}@${domain}` : ''
    const phone = email === '' || random.chance(0.7) ? `${home.phone}${String(100 + index)}` : ''
    const customer = {
      id: random.id(createdAt),
      name,
      firstName: splitFullName(name).firstName,
      email,
      phone,
      language,
      isVip: random.chance(0.08),
      city: random.pick(home.cities),
      visitorId: random.id(createdAt),
      createdAt,
    }
    add('customers', {
      id: customer.id,
      kind: 'customer',
      name,
      ...splitFullName(name),
      email,
      emailFolded: foldEmail(email) || null,
      phone,
      phoneDigits: phoneDigits(phone) || null,
      companyId: companies.get(companyName) ?? null,
      language,
      timeZone: random.pick(home.timeZones),
      isVip: customer.isVip,
      createdAt,
      updatedAt: createdAt,
      version: 1,
    })
    // Nobody holds the token of this hash: the visitor stands only in the history.
    const tokenHash = random.id(createdAt) + random.id(createdAt)
    add('visitors', {
      id: customer.visitorId,
      siteId,
      tokenHash,
      customerId: customer.id,
      language,
      createdAt,
      lastSeenAt: createdAt,
    })
    for (const word of wordsOf({ name, email, phone, companyName }))
      add('customerWords', { word, customerId: customer.id })
    return customer
  })
}

function makeCompanies(add: RowMaker['add'], random: Random, createdAt: number): Map<string, string> {
  const names = Object.values(folk).flatMap(({ companies }) => companies)
  return new Map(
    names.map((name) => {
      const { id } = add('companies', { id: random.id(createdAt), name, nameFolded: foldCompany(name), createdAt })
      add('companyDomains', { domain: `${inLatin(foldText(name))}.example`, companyId: id })
      return [name, id]
    }),
  )
}

function newName(random: Random, language: Language, seen: Set<string>): string {
  const { women, men, families } = folk[language]
  for (;;) {
    const isWoman = random.chance(0.5)
    const name = `${random.pick(isWoman ? women : men)} ${random.pick(families)[isWoman ? 0 : 1]}`
    if (seen.has(name)) continue
    seen.add(name)
    return name
  }
}
