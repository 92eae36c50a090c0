import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { SettingsEvent } from './events.ts'

/** Types, locations and groups stand in menus of every desk. */
const listsChanged = (): Push[] => [{ to: 'desk', rooms: [room.desk()], event: 'requestSettings.changed', payload: {} }]

export const settingsAudience = {
  'queue.created': ({ facts }) => [{ to: 'coalesced', kind: 'queue', id: facts.queueId }],
  'queue.edited': ({ facts }) => [{ to: 'coalesced', kind: 'queue', id: facts.queueId }],
  'group.added': listsChanged,
  'group.edited': listsChanged,
  'site.created': () => [],
  'site.edited': () => [],
  // Keys are fetched when they are looked at.
  'siteKey.added': () => [],
  'siteKey.revoked': () => [],
  'requestType.added': listsChanged,
  'requestType.edited': listsChanged,
  'location.added': listsChanged,
  'location.edited': listsChanged,
} satisfies Audience<SettingsEvent>
