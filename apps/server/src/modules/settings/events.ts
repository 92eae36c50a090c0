declare module '../../kernel/event.ts' {
  interface EventMap {
    'queue.created': { queueId: string; memberIds: string[] }
    'queue.edited': { queueId: string; fields: string[]; added: string[]; removed: string[] }
    'group.added': { groupId: string; memberIds: string[] }
    'group.edited': { groupId: string; fields: string[]; added: string[]; removed: string[] }
    'site.created': { siteId: string }
    'site.edited': { siteId: string; fields: string[] }
    'siteKey.added': { siteId: string; keyId: string }
    'siteKey.revoked': { siteId: string; keyId: string }
    'requestType.added': { typeId: string }
    'location.added': { locationId: string }
    'location.edited': { locationId: string; fields: string[] }
    'requestType.edited': { typeId: string; fields: Record<string, { from: unknown; to: unknown }> }
  }
}
export type SettingsEvent =
  | 'queue.created'
  | 'queue.edited'
  | 'group.added'
  | 'group.edited'
  | 'site.created'
  | 'site.edited'
  | 'siteKey.added'
  | 'siteKey.revoked'
  | 'requestType.added'
  | 'requestType.edited'
  | 'location.added'
  | 'location.edited'
