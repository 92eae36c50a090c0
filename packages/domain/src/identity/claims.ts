/** What somebody who comes in may be known by. Values are in their normal form: two are the same when they are equal. */
export const claimKinds = ['signed', 'messenger', 'mail', 'phone'] as const
export type ClaimKind = (typeof claimKinds)[number]

export interface Claim {
  kind: ClaimKind
  value: string
  /** Who gave out the value, where that is not the whole world: the site that signs, the channel of a messenger. */
  issuer: string
  /**
   * The other side cannot have made it up: the site signed it, the mail came from there, the provider says so. What somebody
   * typed into a form is not.
   */
  isProven: boolean
}

/** Ids that we ourselves tie to one customer; an address or a number may be shared or change hands. */
export const tiedKinds = ['signed', 'messenger'] as const satisfies readonly ClaimKind[]
export type TiedKind = (typeof tiedKinds)[number]
export const isTied = (kind: ClaimKind): kind is TiedKind => kind === 'signed' || kind === 'messenger'

/** A claim with the customers to whom it leads: none, one, or several. */
export interface FoundClaim {
  claim: Claim
  customerIds: readonly string[]
}

export type MatchDecision =
  | { is: 'known'; customerId: string }
  /** Who it may be, for a person to decide; in the order of the ids. */
  | { is: 'offered'; customerIds: string[] }
  | { is: 'new' }

/**
 * Whose claims these are (row C3): known only when what is proven leads to exactly one; several are offered and never guessed;
 * what is not proven is at most an offer. An id that is tied to a customer speaks before addresses and numbers do. Of
 * several addresses and numbers each must lead to the one when they lead to more (a family shares a phone).
 */
export function decideMatch(found: readonly FoundClaim[]): MatchDecision {
  const proven = found.filter(({ claim }) => claim.isProven)
  const tied = proven.filter(({ claim, customerIds }) => isTied(claim.kind) && customerIds.length > 0)
  const deciding = tied.length > 0 ? tied : proven.filter(({ claim }) => !isTied(claim.kind))
  const [only, another] = agreed(deciding)
  if (only !== undefined && another === undefined) return { is: 'known', customerId: only }
  const offered = union(found)
  return offered.length > 0 ? { is: 'offered', customerIds: offered } : { is: 'new' }
}

/** Those to whom the claims lead; of more than one only those to whom every one of them does. */
function agreed(found: readonly FoundClaim[]): string[] {
  const all = union(found)
  return all.length > 1 ? all.filter((id) => found.every(({ customerIds }) => customerIds.includes(id))) : all
}

const union = (found: readonly FoundClaim[]): string[] =>
  [...new Set(found.flatMap(({ customerIds }) => customerIds))].toSorted()
