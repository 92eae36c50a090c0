import type { Audience } from '../../kernel/module.ts'
import type { PhoneEventName } from './events.ts'

/** `call.changed` and the events of tasks tell the desks; settings are read when their page opens. */
export const audience = {
  'phone.called': () => [],
  'phone.missed': () => [],
  'phone.dialFailed': () => [],
  'phone.recordingNotKept': () => [],
  'phoneLine.saved': () => [],
  'phoneLine.removed': () => [],
} satisfies Audience<PhoneEventName>
