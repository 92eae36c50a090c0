import { foldText } from '../text/fold.ts'
import { foldEmail } from './email.ts'

/** What a customer is compared by: the normal form of the phone, the company's id. */
export interface ComparedCustomer {
  name: string
  email: string
  phone: string | null
  companyId: string | null
}
export type DuplicateReason = 'email' | 'phone' | 'name'

/** Why two records may be one person, the strongest reason first; empty when nothing says so (row C1). */
export function duplicateReasons(a: ComparedCustomer, b: ComparedCustomer): DuplicateReason[] {
  const reasons: DuplicateReason[] = []
  if (foldEmail(a.email) !== '' && foldEmail(a.email) === foldEmail(b.email)) reasons.push('email')
  if (a.phone !== null && a.phone !== '' && a.phone === b.phone) reasons.push('phone')
  // A name alone says little; within one company it does.
  if (a.companyId !== null && a.companyId === b.companyId && areNamesSimilar(a.name, b.name)) reasons.push('name')
  return reasons
}

const wordsIn = (name: string): string[] => foldText(name).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
/** Shorter names differ by one letter without being the same: Ana and Ada. */
const shortestWithSlip = 6

/** The same words in any order and spelling, one letter of difference in a longer name, or an initial for a word. */
export function areNamesSimilar(a: string, b: string): boolean {
  const [first, second] = [wordsIn(a).toSorted(), wordsIn(b).toSorted()]
  if (first.length === 0 || second.length === 0) return false
  const [one, other] = [first.join(' '), second.join(' ')]
  if (one === other) return true
  if (Math.min(one.length, other.length) >= shortestWithSlip && isOneSlip(one, other)) return true
  return first.length > 1 && first.length === second.length && fitWithInitials(first, second)
}

/** Every word is in the other name too, or one of the two is the first letter of the other; one at least is whole. */
function fitWithInitials(a: readonly string[], b: readonly string[]): boolean {
  const left = [...b]
  let whole = 0
  // Whole words first, so that an initial does not take the place of one.
  for (const word of a.filter((one) => one.length > 1).concat(a.filter((one) => one.length === 1))) {
    const same = left.indexOf(word)
    const at = same >= 0 ? same : left.findIndex((one) => isInitial(one, word) || isInitial(word, one))
    if (at < 0) return false
    if (left[at] === word && word.length > 1) whole += 1
    left.splice(at, 1)
  }
  return whole > 0
}
const isInitial = (letter: string, word: string): boolean => letter.length === 1 && word.startsWith(letter)

/** One letter too many, too few, another, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0]
}
