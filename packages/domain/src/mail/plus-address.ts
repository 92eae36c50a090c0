import { foldEmail } from '../customers/email.ts'
import { isMailAddress, localPartOctets } from './address.ts'

/** What a conversation is called in addresses and ids that go out, and the tag that proves that it was we who said so. */
export interface SignedId {
  id: string
  tag: string
}
/** Whether the tag is the one that we would give to this id; compared in constant time where the key is. */
export type IsRight = (signed: SignedId) => boolean

// Small letters and digits alone: on its way a mail's address may be put into lower case (RFC 5321 2.4 forbids it in vain).
const idForm = '[0-9a-z]{1,40}'
const tagForm = '[0-9a-z]{6,32}'
const signedForm = `c(${idForm})\\.(${tagForm})`
const whole = new RegExp(`^${signedForm}$`, 'u')

/** As UTF-8, which addresses may be written in (RFC 6531). */
function octets(text: string): number {
  let count = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return count
}
function written({ id, tag }: SignedId): string {
  const text = `c${id}.${tag}`
  if (!whole.test(text)) throw new RangeError('An id or tag has other signs than small letters and digits')
  return text
}
const signedIn = (found: RegExpExecArray | null): SignedId | null =>
  found?.[1] === undefined || found[2] === undefined ? null : { id: found[1], tag: found[2] }

/**
 * The address that answers of a conversation go to: `support+c<id>.<tag>@domain` (rule 34; RFC 5233). Null where the
 * local part would have more than 64 octets.
 */
export function plusAddress(mailbox: string, signed: SignedId): string | null {
  const at = mailbox.lastIndexOf('@')
  const local = `${mailbox.slice(0, at)}+${written(signed)}`
  return octets(local) > localPartOctets ? null : `${local}${mailbox.slice(at)}`
}

/** The conversation that an address names; null when it names none. Its tag is not checked here. */
export function readPlusAddress(address: string): SignedId | null {
  const folded = foldEmail(address)
  if (!isMailAddress(folded)) return null
  const local = folded.slice(0, folded.indexOf('@'))
  const plus = local.lastIndexOf('+')
  return plus <= 0 ? null : signedIn(whole.exec(local.slice(plus + 1)))
}

/** The Message-ID of a mail of ours, which says by itself where it belongs: `<c<id>.<tag>.<unique>@domain>`. */
export const ownMessageId = (signed: SignedId, unique: string, domain: string): string =>
  `<${written(signed)}.${unique}@${domain}>`

const ownId = new RegExp(`^<${signedForm}\\.[^@<>\\s]{1,200}@`, 'iu')
/** The conversation that an id of ours names; null for others'. Its tag is not checked here. */
export function readOwnMessageId(messageId: string): SignedId | null {
  return signedIn(ownId.exec(messageId.toLowerCase()))
}

/** What stands at the foot of a mail of ours, for clients that lose every header: `[ref:c<id>.<tag>]`. */
export const bodyMarker = (signed: SignedId): string => `[ref:${written(signed)}]`

const marker = new RegExp(`\\[ref:${signedForm}\\]`, 'giu')
/** The conversations that markers in a text name, each once, at most ten. Their tags are not checked here. */
export function readMarkers(text: string): SignedId[] {
  const found = new Map<string, SignedId>()
  for (const match of text.matchAll(marker)) {
    const [, id = '', tag = ''] = match.map((part) => part.toLowerCase())
    found.set(`${id}.${tag}`, { id, tag })
    if (found.size === 10) break
  }
  return [...found.values()]
}
