import { dayMs, hourMs, minuteMs } from '@care/domain'
import { daysAfter, defaultDealStages, dueAtOf, wallOf } from '@care/domain/follow-ups'
import type { Row, RowMaker } from './rows.ts'

const timeZone = 'Europe/Sofia'
/** Days from today, clock time or null, whose, what; negative days are done but for the first, which is late. */
const todos: readonly [day: number, time: string | null, owner: string, title: string, isDone?: boolean][] = [
  [-2, '15:00', 'anna', 'Ask the workshop whether the boiler has come'],
  [-1, null, 'boris', 'Send the corrected invoice'],
  [0, '17:30', 'anna', 'Call back about the grinder'],
  [0, null, 'anna', 'Check that the return label was used'],
  [1, '10:00', 'anna', 'Offer a service contract'],
  [2, null, 'boris', 'Ask for photos of the cracked tank'],
  [9, null, 'anna', 'Ask how the new machine does'],
  [30, '09:30', 'boris', 'Remind of the yearly service'],
  [-3, null, 'anna', 'Refund the postage', true],
  [-5, '11:00', 'boris', 'Explain the warranty', true],
]
const deals: readonly [title: string, amount: number, currency: string, stage: string, day: number, owner: string][] = [
  ['Three machines for the new café', 748_500, 'EUR', 'proposal', 12, 'anna'],
  ['Service contract for two years', 96_000, 'EUR', 'qualified', -2, 'anna'],
  ['Grinder and beans on subscription', 234_000, 'PLN', 'new', 35, 'anna'],
  ['Machine on lease for the office', 129_000, 'EUR', 'won', -6, 'anna'],
  ['Coffee corner for the lobby', 540_000, 'BGN', 'proposal', 15, 'boris'],
  ['Trade-in of the old machine', 31_000, 'EUR', 'lost', -14, 'boris'],
]

/** To-dos and deals of requests that are open now, so that the lists and the journeys have some. */
export function makeFollowUps({ rows, add }: RowMaker, now: number): void {
  const open = (rows.requests ?? []).filter(({ category }) => category !== 'closed')
  const closed = (rows.requests ?? []).filter(({ category }) => category === 'closed').slice(-20)
  const today = wallOf(now, timeZone).date
  for (const [index, [day, time, owner, title, isDone = false]] of todos.entries()) {
    const request = isDone ? closed[index] : open[index % Math.max(1, open.length)]
    if (!request) continue
    const due = { date: daysAfter(today, day), time, timeZone }
    const dueAt = dueAtOf(due)
    const createdAt = Math.min(now - 2 * hourMs, dueAt - dayMs)
    const ownerId = `operator-${owner}`
    const remindAt = dueAt - 15 * minuteMs
    const rings = !isDone && time !== null && remindAt > now
    add('todos', {
      id: `todo-${String(index).padStart(2, '0')}`,
      customerId: request.customerId,
      requestId: request.id,
      title,
      note: '',
      dueDate: due.date,
      dueTime: time,
      dueZone: timeZone,
      dueKey: dueAt,
      reminder: rings ? { kind: 'before', minutes: 15 } : null,
      remindAt: rings ? remindAt : null,
      ownerId,
      createdById: ownerId,
      createdAt,
      updatedAt: createdAt,
      doneAt: isDone ? dueAt - hourMs : null,
      doneById: isDone ? ownerId : null,
      version: 1,
    })
  }
  makeDeals({ rows, add }, today, now, open)
}

function makeDeals(
  { add }: Pick<RowMaker, 'rows' | 'add'>,
  today: string,
  now: number,
  open: readonly Row<'requests'>[],
): void {
  const totals = new Map<string, Row<'dealTotals'>>()
  for (const [index, [title, amount, currency, stage, day, owner]] of deals.entries()) {
    const request = open[(index + 1) % Math.max(1, open.length)]
    const state = defaultDealStages.find(({ key }) => key === stage)?.state
    if (!request || !state) continue
    const ownerId = `operator-${owner}`
    const expectedOn = daysAfter(today, day)
    const createdAt = now - (20 - index) * dayMs
    add('deals', {
      id: `deal-${String(index).padStart(2, '0')}`,
      customerId: request.customerId,
      requestId: null,
      title,
      note: '',
      amount,
      currency,
      stage,
      state,
      expectedOn,
      expectedKey: expectedOn,
      ownerId,
      createdById: ownerId,
      createdAt,
      updatedAt: createdAt,
      closedAt: state === 'open' ? null : now - dayMs,
      version: 1,
    })
    const key = `${ownerId} ${stage} ${currency}`
    const total = totals.get(key) ?? { ownerId, stage, currency, count: 0, amount: 0 }
    totals.set(key, { ...total, count: total.count + 1, amount: total.amount + amount })
  }
  for (const total of totals.values()) add('dealTotals', total)
}
