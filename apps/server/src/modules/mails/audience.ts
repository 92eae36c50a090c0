import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { MailEvent } from './events.ts'

interface OfActivity {
  activityId: string
  requestId: string
  customerId: string
  operatorId: string | null
  version: number
}
const changed = ({ activityId, requestId, customerId, version }: OfActivity): Push => ({
  to: 'desk',
  rooms: [room.activity(activityId), room.request(requestId), room.customer(customerId)],
  event: 'activity.changed',
  payload: { activityId, requestId, customerId, version },
})
const tasks = ({ activityId, operatorId }: OfActivity): Push[] =>
  operatorId === null
    ? []
    : [{ to: 'desk', rooms: [room.operator(operatorId)], event: 'tasks.changed', payload: { activityId } }]

export const audience = {
  'mail.begun': ({ facts }) => [changed(facts), ...tasks(facts)],
  'mail.queued': ({ facts }) => [changed(facts), ...(facts.isNew ? tasks(facts) : [])],
  'mail.cancelled': ({ facts }) => [changed(facts)],
  'mail.putOff': ({ facts }) => [changed(facts)],
  'mail.retried': ({ facts }) => [changed(facts)],
  'mail.sent': ({ facts }) => [changed(facts)],
  'mail.failed': ({ facts }) => [changed(facts)],
  'mail.reported': ({ facts }) => [changed(facts)],
} satisfies Audience<MailEvent>
