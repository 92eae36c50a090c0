import type { Audience } from '../../kernel/module.ts'
import type { BlockedSenderEvent } from './events.ts'

/** The list is fetched when it is looked at; a history is told by the change that came with it. */
export const audience = {
  'sender.blocked': () => [],
  'sender.lifted': () => [],
} satisfies Audience<BlockedSenderEvent>
