import { foldText, phoneDigits, searchWords } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/store.ts'

/** Beyond this a word says nothing more, and an index row has its limit. */
const longestWord = 64
/** Numbers are found by any ending of at least so many digits: with or without country and area code. */
const shortestEnding = 6

/** Marks the end of a word that is kept so that the word is found by any part of it. */
const partMark = '…'
/** Fewer letters than this are looked for at the beginnings of words only. */
export const shortestPart = 3

export const cutWord = (word: string): string => Array.from(word).slice(0, longestWord).join('')

/** Digits of a phone without + and leading zeros, as both sides of a search compare them. */
export const bareDigits = (phone: string): string => phoneDigits(phone).replace(/^\+?0*/u, '')

export interface Searchable {
  name: string
  email: string
  phone: string
  /** The normal form, once the country is known. */
  phoneDigits?: string | null
  companyName: string
}

/**
 * Every word by which a customer is found, folded: name, email whole and in parts, phone endings, company; of names and
 * the parts of addresses also every ending, marked, whose beginnings are all the parts of the word.
 */
export function wordsOf(customer: Searchable): string[] {
  const digits = bareDigits(customer.phoneDigits || customer.phone)
  const endings = Array.from({ length: Math.max(1, digits.length - shortestEnding + 1) }, (_, start) =>
    digits.slice(start),
  )
  const spoken = [customer.name, customer.email, customer.companyName].flatMap(searchWords).map(cutWord)
  const words = [...spoken, foldText(customer.email.trim()), ...endings]
  return [...new Set([...words.filter((word) => word !== '').map(cutWord), ...spoken.flatMap(partsOf)])]
}

const partsOf = (word: string): string[] => {
  const letters = Array.from(word)
  return letters.slice(1, 1 - shortestPart).map((_, skipped) => partMark + letters.slice(skipped + 1).join(''))
}

/** A row that is the end of a word and no word. */
export const isPart = (word: string): boolean => word.startsWith(partMark)

/** What a row of `customer_words` may begin with for somebody to be found by this word. */
export const beginningsFor = (word: string): string[] =>
  Array.from(word).length < shortestPart ? [word] : [word, partMark + word]

/** An alias is found as the one it was merged into. */
export async function forgetWords({ tx }: { tx: Tx }, customerId: string): Promise<void> {
  const { customerWords } = tx.t
  await tx.delete(customerWords).where(eq(customerWords.customerId, customerId))
}

/** The same as rewriteWords, of a customer as he now stands. */
export async function rewriteWordsOf(ctx: { tx: Tx }, customerId: string): Promise<void> {
  const { customers, companies } = ctx.tx.t
  const [found] = await ctx.tx
    .select({ row: customers, companyName: companies.name })
    .from(customers)
    .leftJoin(companies, eq(companies.id, customers.companyId))
    .where(eq(customers.id, customerId))
  if (found) await rewriteWords(ctx, { ...found.row, companyName: found.companyName ?? '' })
}

/** Makes the rows of `customer_words` what the customer now is, and those merged into him; in the transaction that changed him. */
export async function rewriteWords(ctx: { tx: Tx }, customer: Searchable & { id: string }): Promise<void> {
  const { customers, customerWords } = ctx.tx.t
  await ctx.tx.delete(customerWords).where(eq(customerWords.customerId, customer.id))
  const aliases = await ctx.tx.select().from(customers).where(eq(customers.mergedIntoId, customer.id))
  const words = [customer, ...aliases.map((alias) => ({ ...alias, companyName: '' }))].flatMap(wordsOf)
  const rows = [...new Set(words)].map((word) => ({ word, customerId: customer.id }))
  if (rows.length > 0) await ctx.tx.insert(customerWords).values(rows)
}
