import type { Audience } from '../../kernel/module.ts'
import type { OperatorEvent } from './events.ts'

export const operatorAudience = {
  // A new colleague shows up with his first presence.
  'operator.created': () => [],
  'operator.edited': () => [],
} satisfies Audience<OperatorEvent>
