import { limits } from '@care/domain'
import { isShortcut, normaliseShortcut, unknownVariables } from '@care/domain/quick-replies'
import type { Language } from '@care/i18n/core'
import type { DesktopT } from '@care/i18n/desktop'
import type { ReplyDraft } from './editor-store.ts'

export interface Problems {
  shortcut: string | null
  title: string | null
  texts: string | null
  /** Of the text in each language. */
  text: Partial<Record<Language, string>>
}

/** What the server would refuse, said before it is asked. */
export function problemsOf(t: DesktopT, draft: ReplyDraft): Problems {
  const text: Problems['text'] = {}
  for (const [language, value] of Object.entries(draft.texts) as [Language, string][]) {
    const [unknown] = unknownVariables(value)
    if (unknown !== undefined) text[language] = t('quickReplies.unknownVariable', { name: `{${unknown}}` })
    else if (value.length > limits.quickReply.text) text[language] = t('common.tooLong', { n: limits.quickReply.text })
  }
  const isEmpty = Object.values(draft.texts).every((value) => value.trim() === '')
  return {
    shortcut: isShortcut(normaliseShortcut(draft.shortcut)) ? null : t('quickReplies.shortcutHelp'),
    title: draft.title.trim() === '' ? t('quickReplies.titleMissing') : null,
    texts: isEmpty ? t('quickReplies.textMissing') : null,
    text,
  }
}

export const isSound = ({ shortcut, title, texts, text }: Problems): boolean =>
  shortcut === null && title === null && texts === null && Object.keys(text).length === 0
