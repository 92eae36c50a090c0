import { room } from '@care/contract'
import type { Audience } from '../../kernel/module.ts'
import type { AuthEvent } from './events.ts'

export const authAudience = {
  'session.started': () => [],
  'session.ended': ({ facts }) => [
    { to: 'desk', rooms: [room.session(facts.sessionId)], event: 'session.ended', payload: {} },
  ],
} satisfies Audience<AuthEvent>
