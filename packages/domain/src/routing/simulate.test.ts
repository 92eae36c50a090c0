import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takesOffers } from '../presence/presence.ts'
import { priorities } from '../request/priority.ts'
import { minuteMs } from '../time.ts'
import { capacityFor, hasRoom, loadByMedium, occupiesPlace, weightedLoad } from './capacity.ts'
import { afterMissed } from './offer.ts'
import { compareWaiting } from './order.ts'
import { pickOperator, strategies } from './pick-operator.ts'
import type { ActivityState } from '../activity/activity-state.ts'
import type { Medium } from '../activity/media.ts'
import type { ChosenPresence } from '../presence/presence.ts'
import type { Capacity, HeldTask } from './capacity.ts'
import type { WaitingTask } from './order.ts'
import type { Candidate, RoutingStrategy } from './pick-operator.ts'

// A small contact center in memory that routes with the rules of this folder and nothing else, fed with
// random days of work; what must never happen is asserted at every step.

interface Task extends HeldTask, WaitingTask {
  holderId: string | null
  tried: Set<string>
}

interface Operator {
  operatorId: string
  capacity: Capacity
  chosen: ChosenPresence
  isConnected: boolean
  idleSince: number
  lastOfferedAt: number | null
  missedInRow: number
}

interface Center {
  now: number
  strategy: RoutingStrategy
  retryTried: boolean
  operators: readonly Operator[]
  tasks: Task[]
  offers: number
}

interface Step {
  kind: 'arrive' | 'accept' | 'decline' | 'miss' | 'finish' | 'write' | 'lose' | 'return' | 'take' | 'pass'
  which: number
  medium: Medium
  priority: WaitingTask['priority']
  isVip: boolean
}

const tasksOf = (center: Center, o: Operator) => center.tasks.filter((t) => t.holderId === o.operatorId)
const waiting = (center: Center) => center.tasks.filter((t) => t.state === 'waiting').sort(compareWaiting)
const isAble = (center: Center, o: Operator, medium: Medium) =>
  takesOffers(o) && hasRoom(o.capacity, tasksOf(center, o), medium, center.now)

/** What each state may become in one step; each line says why. The product's updates say the same in their WHERE. */
const steps: Readonly<Record<ActivityState, readonly ActivityState[]>> = {
  // its time has come; cancelled or closed
  planned: ['waiting', 'ended'],
  // offered by routing; taken by hand; abandoned or closed
  waiting: ['offered', 'active', 'ended'],
  // declined or missed; accepted; abandoned or closed
  offered: ['waiting', 'active', 'ended'],
  // returned to the queue; the interaction is over; closed
  active: ['waiting', 'wrapUp', 'ended'],
  // the customer came back; done
  wrapUp: ['active', 'ended'],
  // the customer answered later; reactivated by hand or the ending undone
  ended: ['waiting', 'active'],
}
const canBecome = (from: ActivityState, to: ActivityState): boolean => steps[from].includes(to)

function become(task: Task, state: ActivityState, holderId: string | null): void {
  expect(canBecome(task.state, state), `${task.state} → ${state}`).toBe(true)
  task.state = state
  task.holderId = holderId
}

const candidateOf = (center: Center, o: Operator, medium: Medium): Candidate => ({
  operatorId: o.operatorId,
  idleSince: o.idleSince,
  load: weightedLoad(tasksOf(center, o), center.now),
  capacity: 12,
  lastOfferedAt: o.lastOfferedAt,
  hasRoom: hasRoom(o.capacity, tasksOf(center, o), medium, center.now),
  isAvailable: takesOffers(o),
  isSkilled: true,
  hasLine: true,
})

function offerTo(center: Center, task: Task, o: Operator): void {
  become(task, 'offered', o.operatorId)
  task.tried.add(o.operatorId)
  o.lastOfferedAt = center.now
  center.offers += 1
  // Counted again by hand, not by the rule that was just asked.
  const places = tasksOf(center, o).filter((t) => t.medium === task.medium && occupiesPlace(t, center.now))
  expect(places.length).toBeLessThanOrEqual(capacityFor(o.capacity, task.medium))
  expect(o.chosen === 'available' && o.isConnected).toBe(true)
}

function route(center: Center): void {
  for (const task of waiting(center)) {
    const picked = pickOperator({
      strategy: center.strategy,
      candidates: center.operators.map((o) => candidateOf(center, o, task.medium)),
      tried: task.tried,
      retryTried: center.retryTried,
    })
    const o = center.operators.find((other) => other.operatorId === picked?.operatorId)
    if (o === undefined) continue
    const older = waiting(center).filter(
      (t) =>
        t.medium === task.medium &&
        t.priority === task.priority &&
        t.isVip === task.isVip &&
        t.eligibleSince < task.eligibleSince,
    )
    // Only who has already let the older one go may be offered the newer one.
    for (const t of older) expect(!center.retryTried && t.tried.has(o.operatorId)).toBe(true)
    offerTo(center, task, o)
  }
}

function lose(center: Center, o: Operator): void {
  o.isConnected = false
  for (const task of tasksOf(center, o)) {
    if (task.state === 'offered') become(task, 'waiting', null)
  }
}

function arrive(center: Center, step: Step): void {
  center.tasks.push({
    activityId: `t${String(center.tasks.length).padStart(4, '0')}`,
    medium: step.medium,
    priority: step.priority,
    isVip: step.isVip,
    eligibleSince: center.now,
    state: 'waiting',
    lastCustomerMessageAt: center.now,
    acceptedAt: null,
    holderId: null,
    tried: new Set(),
  })
}

function take(center: Center, o: Operator): void {
  const wanted = waiting(center)[0]
  if (wanted === undefined) return
  become(wanted, 'active', o.operatorId)
  wanted.acceptedAt = center.now
  // Whoever takes it at the same time comes too late.
  expect(canBecome(wanted.state, 'active')).toBe(false)
}

function act(center: Center, step: Step, o: Operator): void {
  const own = tasksOf(center, o)
  const offered = own.find((t) => t.state === 'offered')
  const active = own.filter((t) => t.state === 'active')
  const chosen = active[step.which % Math.max(1, active.length)]
  if (step.kind === 'lose') lose(center, o)
  if (step.kind === 'return') Object.assign(o, { isConnected: true, chosen: 'available' })
  if (step.kind === 'accept' && offered !== undefined) {
    become(offered, 'active', o.operatorId)
    offered.acceptedAt = center.now
    o.missedInRow = 0
  }
  if ((step.kind === 'decline' || step.kind === 'miss') && offered !== undefined) become(offered, 'waiting', null)
  if (step.kind === 'miss' && offered !== undefined) {
    const { missedInRow, setAway } = afterMissed(o)
    Object.assign(o, { missedInRow, chosen: setAway ? 'away' : o.chosen })
  }
  if (step.kind === 'finish' && chosen !== undefined) {
    become(chosen, 'wrapUp', o.operatorId)
    become(chosen, 'ended', null)
    o.idleSince = center.now
  }
  if (step.kind === 'write' && chosen !== undefined) chosen.lastCustomerMessageAt = center.now
  if (step.kind === 'take') take(center, o)
}

function assertAlways(center: Center, isStrict: boolean): void {
  for (const task of center.tasks) {
    const isHeld = task.state === 'offered' || task.state === 'active' || task.state === 'wrapUp'
    expect(isHeld).toBe(task.holderId !== null)
  }
  for (const task of waiting(center)) {
    const left = center.operators.filter((o) => isAble(center, o, task.medium))
    expect(left.filter((o) => center.retryTried || !task.tried.has(o.operatorId))).toEqual([])
  }
  if (!isStrict) return
  for (const o of center.operators) {
    const load = loadByMedium(tasksOf(center, o), center.now)
    for (const medium of ['chat', 'call', 'email'] as const) {
      expect(load[medium]).toBeLessThanOrEqual(capacityFor(o.capacity, medium))
    }
  }
}

const step = fc.record<Step>({
  kind: fc.constantFrom(
    'arrive',
    'arrive',
    'arrive',
    'accept',
    'accept',
    'decline',
    'miss',
    'finish',
    'write',
    'lose',
    'return',
    'take',
    'pass',
  ),
  which: fc.nat({ max: 11 }),
  medium: fc.constantFrom('chat', 'call', 'email'),
  priority: fc.constantFrom(...priorities),
  isVip: fc.boolean(),
})

const setting = fc.record({
  strategy: fc.constantFrom(...strategies),
  retryTried: fc.boolean(),
  capacities: fc.array(fc.record({ chat: fc.nat({ max: 3 }), call: fc.nat({ max: 2 }), email: fc.nat({ max: 2 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  /** Without work taken by hand and without quiet chats the load stays within capacity at every moment. */
  isStrict: fc.boolean(),
})

test('on no random day is an operator overloaded, a task held twice, an older task passed over, or one left lying', () => {
  let offers = 0
  fc.assert(
    fc.property(setting, fc.array(step, { minLength: 20, maxLength: 150, size: 'max' }), (given, steps) => {
      const operators = given.capacities.map((capacity, i): Operator => ({
        operatorId: `o${i}`,
        capacity,
        chosen: 'available',
        isConnected: true,
        idleSince: 0,
        lastOfferedAt: null,
        missedInRow: 0,
      }))
      const { strategy, retryTried, isStrict } = given
      const center: Center = { now: 0, strategy, retryTried, operators, tasks: [], offers: 0 }
      for (const next of steps) {
        center.now += 1000
        if (isStrict && (next.kind === 'take' || next.kind === 'pass')) continue
        if (next.kind === 'arrive') arrive(center, next)
        else if (next.kind === 'pass') center.now += next.which * minuteMs
        else for (const o of operators.slice(next.which % operators.length).slice(0, 1)) act(center, next, o)
        route(center)
        assertAlways(center, isStrict)
      }
      offers += center.offers
    }),
    { numRuns: 150 },
  )
  expect(offers).toBeGreaterThan(1000)
}, 30_000)
