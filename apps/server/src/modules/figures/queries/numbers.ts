import type { Figure, Numbers, Ref } from '@care/contract'
import { daysAfter, localSlot } from '@care/domain'
import { and, between, count, eq, inArray, sql } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { workspaceTimeZone } from '../time-zone.ts'

const kinds = ['closed', 'firstResponse', 'handled', 'rated'] as const
type Kind = (typeof kinds)[number]
type Figures = Record<Kind, Figure>

/** Days of a period, both included. */
export async function daysOf(
  db: Reader,
  period: 'today' | 'days30',
  now: number,
): Promise<{ from: string; to: string; timeZone: string }> {
  const timeZone = await workspaceTimeZone(db)
  const to = localSlot(now, timeZone).day
  return { from: period === 'today' ? to : daysAfter(to, -29), to, timeZone }
}

/** One operator's figures, from the facts that also are the list behind each (rule 46). */
export async function numbersOf(db: Reader, operator: Ref, now: number): Promise<Numbers> {
  const { facts } = db.t
  const { from, to, timeZone } = await daysOf(db, 'days30', now)
  const rows = await db
    .select({
      kind: facts.kind,
      day: facts.day,
      count: count(),
      sum: sql<number>`sum(${facts.value})`.mapWith(Number),
    })
    .from(facts)
    .where(and(eq(facts.operatorId, operator.id), inArray(facts.kind, [...kinds]), between(facts.day, from, to)))
    .groupBy(facts.kind, facts.day)
  const closed = new Map(rows.flatMap((row) => (row.kind === 'closed' ? [[row.day, row.count] as const] : [])))
  const days = Array.from({ length: 30 }, (_, i) => daysAfter(from, i))
  return {
    operator,
    timeZone,
    today: figuresOf(rows.filter(({ day }) => day === to)),
    days30: figuresOf(rows),
    closedByDay: days.map((day) => ({ day, count: closed.get(day) ?? 0 })),
  }
}

function figuresOf(rows: readonly { kind: string; count: number; sum: number }[]): Figures {
  const of = (kind: Kind): Figure => {
    const own = rows.filter((row) => row.kind === kind)
    const all = own.reduce((sum, row) => sum + row.count, 0)
    const total = own.reduce((sum, row) => sum + row.sum, 0)
    return { count: all, average: kind === 'closed' || all === 0 ? null : total / all }
  }
  return { closed: of('closed'), firstResponse: of('firstResponse'), handled: of('handled'), rated: of('rated') }
}
