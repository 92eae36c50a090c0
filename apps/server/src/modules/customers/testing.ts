import { permissionsOf, type Role } from '@care/domain'
import type { Store } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import { createTestClock } from '../../kernel/clock.ts'
import type { AnyEvent } from '../../kernel/event.ts'
import { createExecute } from '../../kernel/execute.ts'
import { customers } from './index.ts'

/** The kernel with this module alone, for its own tests. */
export function startCustomers(store: Store) {
  const clock = createTestClock(Date.UTC(2026, 3, 1, 9))
  const events: AnyEvent[] = []
  const execute = createExecute({
    store,
    clock,
    modules: [customers],
    afterCommit: (made) => void events.push(...made),
  })
  return { clock, events, execute }
}

/** An operator with an account, because histories join his name. */
export async function addOperator(
  store: Store,
  id: string,
  name: string,
  role: Role,
  queueIds: string[] = [],
): Promise<OperatorActor> {
  await store.transact((tx) =>
    tx.insert(tx.t.operators).values({
      id,
      name,
      email: `${id}@example.com`,
      emailFolded: `${id}@example.com`,
      passwordHash: '',
      role,
      language: null,
      capacity: {},
      isActive: true,
      createdAt: 0,
    }),
  )
  return {
    kind: 'operator',
    id,
    operatorId: id,
    name,
    sessionId: 's',
    permissions: permissionsOf(role),
    queueIds: new Set(queueIds),
  }
}

type RequestRow = Store['t']['requests']['$inferInsert']
type ActivityRow = Store['t']['activities']['$inferInsert']

/** Rows of other modules that this one only reads. */
export const requestRow = (
  fields: Partial<RequestRow> & Pick<RequestRow, 'id' | 'number' | 'customerId' | 'lastUpdateAt'>,
): RequestRow => ({
  typeId: 't',
  title: `title of ${fields.id}`,
  description: '',
  stage: 'active',
  category: 'active',
  stageSince: 0,
  priority: 'normal',
  queueId: null,
  assigneeId: null,
  tags: [],
  outcomeNote: '',
  asksRating: false,
  createdAt: 0,
  listedAt: fields.lastUpdateAt,
  version: 1,
  ...fields,
})
export const activityRow = (
  fields: Partial<ActivityRow> & Pick<ActivityRow, 'id' | 'requestId' | 'customerId'>,
): ActivityRow => ({
  medium: 'email',
  state: 'active',
  priorityRank: 2,
  vipRank: 1,
  eligibleSince: 0,
  customerIsHere: false,
  source: '',
  title: `title of ${fields.id}`,
  startedAt: 0,
  messageSeq: 0,
  lastLineText: '',
  unread: 0,
  customerDelivered: 0,
  customerRead: 0,
  operatorDelivered: 0,
  operatorRead: 0,
  version: 1,
  ...fields,
})
