import { createHash } from 'node:crypto'
import { messageIdsIn } from '@care/domain/mail'
import type { Secrets } from '../../kernel/secrets.ts'

/** 64 bits, as those of conversations. */
const tagLength = 16
const purpose = 'notice-mail'
const form = /^<n([0-9a-f]{24})\.([0-9a-f]{16})@/u

/**
 * The Message-ID of a mail that tells an operator something: `<n<hash>.<tag>@domain>`. The same for the same notices, so that
 * a mail that went twice is one; with a tag, so that an answer to it is known by it alone and no row is kept.
 */
export function noticeMessageId(secrets: Pick<Secrets, 'mark'>, ids: readonly string[], domain: string): string {
  const hash = createHash('sha256').update(ids.toSorted().join(' ')).digest('hex').slice(0, 24)
  return `<n${hash}.${secrets.mark(hash, purpose).slice(0, tagLength)}@${domain}>`
}

/** Whether a mail answers one of those: by In-Reply-To, or the last of References where that was lost (RFC 5322 3.6.4). */
export function answersNotice(
  secrets: Pick<Secrets, 'isMark'>,
  { inReplyTo, references }: { inReplyTo: readonly string[]; references: readonly string[] },
): boolean {
  const answered = inReplyTo.length > 0 ? inReplyTo : references.slice(-1)
  return answered.flatMap(messageIdsIn).some((id) => {
    const [, hash, tag] = form.exec(id.toLowerCase()) ?? []
    return hash !== undefined && tag !== undefined && secrets.isMark(tag, hash, purpose)
  })
}
