/** Facts of one reply; `ownerId` null = shared. Never its words. */
interface OfReply {
  quickReplyId: string
  ownerId: string | null
}

declare module '../../kernel/event.ts' {
  interface EventMap {
    'quickReply.added': OfReply
    'quickReply.edited': OfReply & { fields: string[] }
    'quickReply.deleted': OfReply
    'quickReply.restored': OfReply
    'quickReply.purged': OfReply
    'quickReply.used': OfReply
    'quickReplies.imported': { ownerId: string | null; added: string[]; changed: string[] }
  }
}
export type QuickReplyEvent =
  | 'quickReply.added'
  | 'quickReply.edited'
  | 'quickReply.deleted'
  | 'quickReply.restored'
  | 'quickReply.purged'
  | 'quickReply.used'
  | 'quickReplies.imported'
