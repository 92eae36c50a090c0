import type { Deal, Todo } from '@care/contract'
import { shownName } from '@care/domain'
import { inArray } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import type { DealRecord } from './deal-store.ts'
import { mayChange } from './rights.ts'
import { dueAtIn, dueOf, type TodoRecord } from './todo-store.ts'

type Row = TodoRecord | DealRecord

/** Names of whom and what rows are about, each table read once. */
async function namesOf(db: Reader, rows: readonly Row[]) {
  const { customers, requests, operators } = db.t
  const unique = (ids: ReadonlyArray<string | null>): string[] => [...new Set(ids.filter((id) => id !== null))]
  const customerIds = unique(rows.map(({ customerId }) => customerId))
  const requestIds = unique(rows.map(({ requestId }) => requestId))
  const personIds = unique(
    rows.flatMap((row) => [row.ownerId, row.createdById, 'doneById' in row ? row.doneById : null]),
  )
  const [who, what, people] = await Promise.all([
    customerIds.length === 0 ? [] : db.select().from(customers).where(inArray(customers.id, customerIds)),
    requestIds.length === 0
      ? []
      : db.select({ id: requests.id, number: requests.number }).from(requests).where(inArray(requests.id, requestIds)),
    personIds.length === 0
      ? []
      : db.select({ id: operators.id, name: operators.name }).from(operators).where(inArray(operators.id, personIds)),
  ])
  const customersById = new Map(who.map((row) => [row.id, row]))
  const requestsById = new Map(what.map((row) => [row.id, row]))
  const peopleById = new Map(people.map((row) => [row.id, row]))
  return {
    person: (id: string) => peopleById.get(id) ?? { id, name: '' },
    customer: (id: string) => {
      const row = customersById.get(id)
      return { id, name: row ? shownName(row, '') : '', isVip: row?.isVip ?? false }
    },
    request: (id: string | null) => (id === null ? null : (requestsById.get(id) ?? null)),
  }
}
type Names = Awaited<ReturnType<typeof namesOf>>

const common = (row: Row, actor: OperatorActor, names: Names) => ({
  id: row.id,
  customer: names.customer(row.customerId),
  request: names.request(row.requestId),
  title: row.title,
  note: row.note,
  owner: names.person(row.ownerId),
  createdBy: row.createdById === null ? null : names.person(row.createdById),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  version: row.version,
  abilities: { edit: mayChange(actor, row) },
})

export async function presentTodos(db: Reader, actor: OperatorActor, rows: readonly TodoRecord[]): Promise<Todo[]> {
  const names = await namesOf(db, rows)
  return rows.map((row) => ({
    ...common(row, actor, names),
    due: dueOf(row),
    dueAt: dueAtIn(row),
    reminder: row.reminder,
    remindAt: row.remindAt,
    // Only its owner is reminded.
    ringsSince: row.ownerId === actor.id ? row.ringsSince : null,
    doneAt: row.doneAt,
    doneBy: row.doneById === null ? null : names.person(row.doneById),
  }))
}

export async function presentDeals(db: Reader, actor: OperatorActor, rows: readonly DealRecord[]): Promise<Deal[]> {
  const names = await namesOf(db, rows)
  const mayEdit = actor.permissions.has('customers.edit')
  return rows.map((row) => ({
    ...common(row, actor, names),
    amount: row.amount,
    currency: row.currency,
    stage: row.stage,
    state: row.state,
    expectedOn: row.expectedOn,
    closedAt: row.closedAt,
    abilities: { edit: mayEdit && mayChange(actor, row) },
  }))
}
