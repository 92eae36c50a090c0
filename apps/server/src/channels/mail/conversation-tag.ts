import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IsRight, SignedId } from '@care/domain/mail'

/** Of a tag, in hexadecimal digits: 64 bits, which nobody guesses by sending mail, and an address stays short enough. */
const tagLength = 16

/** Signs the ids that go out in addresses, Message-IDs and markers, and knows its own again (rule 34). */
export function conversationTags(secret: string): { sign(id: string): SignedId; isRight: IsRight } {
  const tagOf = (id: string): string =>
    createHmac('sha256', secret).update(`mail ${id}`).digest('hex').slice(0, tagLength)
  return {
    sign: (id) => ({ id, tag: tagOf(id) }),
    isRight: ({ id, tag }) => tag.length === tagLength && timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(id))),
  }
}
