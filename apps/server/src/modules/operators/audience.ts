import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { OperatorEvent } from './events.ts'

const changed = (operatorId: string): Push => ({
  to: 'desk',
  rooms: [room.desk()],
  event: 'operator.changed',
  payload: { operatorId },
})

/** Which language somebody reads and how his keys act is nobody else's business. */
const ownSettings: readonly string[] = ['language', 'singleKeys']

export const operatorAudience = {
  'operator.created': ({ facts }) => [changed(facts.operatorId)],
  'operator.edited': ({ facts }) =>
    facts.fields.some((name) => !ownSettings.includes(name)) ? [changed(facts.operatorId)] : [],
  'operator.closed': ({ facts }) => [changed(facts.operatorId)],
  'operator.reopened': ({ facts }) => [changed(facts.operatorId)],
  // Each to-do and deal that goes over is told by itself.
  'operator.succeeded': () => [],
  'operator.passwordSet': () => [],
} satisfies Audience<OperatorEvent>
