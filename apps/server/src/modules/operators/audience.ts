import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { OperatorEvent } from './events.ts'

const changed = (operatorId: string): Push => ({
  to: 'desk',
  rooms: [room.desk()],
  event: 'operator.changed',
  payload: { operatorId },
})

export const operatorAudience = {
  'operator.created': ({ facts }) => [changed(facts.operatorId)],
  // Which language somebody reads is nobody else's business.
  'operator.edited': ({ facts }) =>
    facts.fields.some((name) => name !== 'language') ? [changed(facts.operatorId)] : [],
} satisfies Audience<OperatorEvent>
