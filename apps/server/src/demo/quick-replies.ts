import { type LocalName } from '@care/domain'
import { foldShortcut } from '@care/domain/quick-replies'
import { wordRows } from '../modules/quick-replies/index.ts'
import { replyTexts } from './reply-texts.ts'
import type { RowMaker } from './rows.ts'

export interface DemoReply {
  shortcut: string
  title: string
  group: string
  /** Whose own it is; without, all share it. */
  owner?: string
  uses: number
  texts: LocalName
}

/** The quick replies of the demo shop: shared ones and one that is Anna's own. */
export function makeQuickReplies({ add }: RowMaker, at: number): void {
  for (const { owner = '', ...reply } of replyTexts) {
    const row = add('quickReplies', {
      ...reply,
      id: `reply-${reply.shortcut}`,
      owner,
      shortcutFolded: foldShortcut(reply.shortcut),
      texts: { ...reply.texts },
      attachmentIds: [],
      createdAt: at,
      updatedAt: at,
      version: 1,
    })
    for (const word of wordRows([row])) add('quickReplyWords', word)
  }
}
