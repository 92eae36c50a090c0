import type { QuickReply } from '@care/contract'
import type { Language } from '@care/i18n/core'

/** All lists of quick replies, of the composer and of their screen; a change of any fetches them again. */
export const quickReplyKeys = { all: ['quickReplies'] as const }

/** The language of a reply's text for this reader: the first wanted one that it has, else whichever it has. */
export function languageOf(reply: Pick<QuickReply, 'texts'>, wanted: readonly (string | null)[]): Language {
  const has = Object.keys(reply.texts) as Language[]
  return has.find((language) => language === wanted.find((one) => has.some((own) => own === one))) ?? has[0] ?? 'en'
}
