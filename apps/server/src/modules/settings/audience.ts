import type { Audience } from '../../kernel/module.ts'
import type { SettingsEvent } from './events.ts'

export const settingsAudience = {
  'queue.created': ({ facts }) => [{ to: 'coalesced', kind: 'queue', id: facts.queueId }],
  'queue.edited': ({ facts }) => [{ to: 'coalesced', kind: 'queue', id: facts.queueId }],
  'site.created': () => [],
  'site.edited': () => [],
  'requestType.edited': () => [],
} satisfies Audience<SettingsEvent>
