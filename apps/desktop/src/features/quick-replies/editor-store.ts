import type { Attachment, QuickReply, ReplyTexts } from '@care/contract'
import { create } from 'zustand'

/** What is typed into the editor and not saved. */
export interface ReplyDraft {
  shortcut: string
  title: string
  group: string
  texts: ReplyTexts
  attachments: Attachment[]
  isShared: boolean
  /** The version that was seen when the editing began (rule 4). */
  version: number
}
/** The key of the one that is being made. */
export const newKey = 'new'
const storageKey = 'care.quickReplyDrafts'

function stored(): Record<string, ReplyDraft> {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Record<string, ReplyDraft>
  } catch {
    return {}
  }
}

/** Unsaved edits by reply: another row, another screen or a reload loses none of them. */
export const useReplyDrafts = create<{ drafts: Readonly<Record<string, ReplyDraft>> }>()(() => ({ drafts: stored() }))
useReplyDrafts.subscribe(({ drafts }) => sessionStorage.setItem(storageKey, JSON.stringify(drafts)))

export const draftOf = (reply: QuickReply | null): ReplyDraft =>
  reply === null
    ? { shortcut: '', title: '', group: '', texts: {}, attachments: [], isShared: false, version: 0 }
    : { ...reply, isShared: reply.ownerId === null }

export const putDraft = (key: string, draft: ReplyDraft): void =>
  useReplyDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } }))

export const dropDraft = (key: string): void =>
  useReplyDrafts.setState(({ drafts }) => {
    const { [key]: _gone, ...rest } = drafts
    return { drafts: rest }
  })
