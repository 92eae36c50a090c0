import type { Api, QueryOf, ResponseOf } from '@care/contract'
import { shownName } from '@care/domain'
import { and, between, count, desc, eq, inArray, type SQL } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { visibleTo } from '../../requests/index.ts'
import { daysOf } from './numbers.ts'

type Wanted = QueryOf<Api['listFigureRequests']> & ({ operatorId: string } | { queueId: string })

/** The facts that a figure counts, latest first, each with its request as far as it may be seen. */
export async function figureRequests(
  db: Reader,
  actor: OperatorActor,
  wanted: Wanted,
  now: number,
): Promise<ResponseOf<Api['listFigureRequests']>> {
  const { facts, requests, customers } = db.t
  const at = readCursor(wanted.cursor, ['number', 'string'])
  const behind = await behindFigure(db, wanted, now)
  const rows = await db
    .select({ fact: facts, request: requests, customer: customers })
    .from(facts)
    .leftJoin(requests, eq(requests.id, facts.requestId))
    .leftJoin(customers, eq(customers.id, requests.customerId))
    .where(and(behind, at === null ? undefined : after(facts.at, facts.sourceId, { first: at[0], second: at[1] })))
    .orderBy(desc(facts.at), desc(facts.sourceId))
    .limit(wanted.limit + 1)
  const { items, nextCursor } = pageOf(rows, wanted.limit, ({ fact }) => [fact.at, fact.sourceId])
  const seen = await seenOf(
    db,
    actor,
    items.map(({ fact }) => fact.requestId),
  )
  const [all] = await db.select({ total: count() }).from(facts).where(behind)
  return {
    nextCursor,
    total: all?.total ?? 0,
    items: items.flatMap(({ fact, request, customer }) => {
      const canOpen = request !== null && seen.has(request.id)
      return {
        sourceId: fact.sourceId,
        requestId: fact.requestId,
        requestNumber: request?.number ?? 0,
        requestTitle: canOpen ? request.title : '',
        canOpen,
        customer:
          canOpen && customer ? { id: customer.id, name: shownName(customer, ''), isVip: customer.isVip } : null,
        at: fact.at,
        value: fact.value,
      }
    }),
  }
}

async function behindFigure(db: Reader, wanted: Wanted, now: number): Promise<SQL | undefined> {
  const { facts } = db.t
  const { figure } = wanted
  const { from, to } = await daysOf(db, wanted.period, now)
  const whose =
    wanted.queueId === undefined ? eq(facts.operatorId, wanted.operatorId ?? '') : eq(facts.queueId, wanted.queueId)
  return and(
    whose,
    eq(facts.kind, figure === 'late' ? 'accepted' : figure),
    between(facts.day, from, to),
    figure === 'late' ? eq(facts.isInTime, false) : undefined,
  )
}

async function seenOf(db: Reader, actor: OperatorActor, ids: readonly string[]): Promise<Set<string>> {
  const { requests } = db.t
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: requests.id })
    .from(requests)
    .where(and(inArray(requests.id, [...new Set(ids)]), visibleTo(db, actor)))
  return new Set(rows.map(({ id }) => id))
}
