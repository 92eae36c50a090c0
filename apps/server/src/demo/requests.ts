import { dayMs, hourMs, media, type Medium, minuteMs } from '@care/domain'
import { type Case, moveStage, openCase, operator } from './case.ts'
import type { DemoCustomer } from './customers.ts'
import type { Random } from './random.ts'
import type { RowMaker } from './rows.ts'
import { isQuick } from './schedule.ts'
import { accept, comment, end, say, start } from './steps.ts'
import { matters } from './stories/index.ts'
import { type Topic, topics } from './stories/story.ts'
import { embellish, last, tellActivity, tellClosed } from './stories-told.ts'
import { type Ending, makeTalk, type Talk, written } from './talk.ts'
import { type Agent, agents } from './workspace.ts'

const firstMedia: Readonly<Record<Medium, number>> = {
  chat: 42,
  email: 30,
  form: 8,
  call: 10,
  messenger: 6,
  portal: 3,
  callback: 1,
}
const laterMedia: Readonly<Record<Medium, number>> = {
  chat: 20,
  email: 38,
  form: 2,
  call: 26,
  messenger: 4,
  portal: 2,
  callback: 8,
}
const endings: Readonly<Record<Ending, number>> = {
  solved: 80,
  notSolved: 12,
  noAnswer: 5,
  noActivity: 5,
  duplicate: 3,
}
/** Mail takes days; what began later than this is told in media that are over within the day. */
const slowUntil = 25 * dayMs

export interface Slot {
  at: number
  customer: DemoCustomer
  number: number
  previousId: string | null
}
export type OpenPlan = { medium: Medium; agent: Agent | null; state: 'inProgress' | 'queued' | 'awaitsCustomer' }

/** The open work of the demo: tasks of both operators, what waits in the queues, and what waits for customers. */
export const openPlans: readonly OpenPlan[] = [
  ...agents.flatMap((agent): OpenPlan[] =>
    (['email', 'email', 'email', 'form', 'form', agent === agents[0] ? 'messenger' : 'portal'] as const).map(
      (medium) => ({ medium, agent, state: 'inProgress' }),
    ),
  ),
  // No chat: its customer would have to be there.
  ...(['email', 'form', 'email', 'email', 'form', 'email', 'form', 'email'] as const).map((medium): OpenPlan => ({
    medium,
    agent: null,
    state: 'queued',
  })),
  ...agents.flatMap((agent): OpenPlan[] =>
    (['chat', 'email', 'call'] as const)
      .slice(agent === agents[0] ? 0 : 1)
      .map((medium) => ({ medium, agent, state: 'awaitsCustomer' })),
  ),
]

export function makeClosed(maker: RowMaker, random: Random, slot: Slot, now: number): Case {
  const isRecent = slot.at > now - slowUntil
  const topic = random.pick(topics)
  const first = isRecent
    ? random.pick(['chat', 'chat', 'chat', 'call', 'messenger'] as const)
    : random.weighted(firstMedia)
  const hasThread = media[first].hasThread
  const ending = endingOf(random, topic, isRecent || !hasThread)
  const isLong = ending === 'solved' && !isRecent && random.chance(0.3)
  const talk = makeTalk(random, slot.customer, topic, ending)
  const c = open(maker, random, slot, topic, talk, hasThread)
  tellClosed(
    c,
    { topic, talk, ending, agent: random.pick(agents), media: isLong ? [first, random.weighted(laterMedia)] : [first] },
    slot.at,
  )
  return c
}

/** Only machines are refused by a manufacturer; and what is over within a talk has come to an end in it. */
function endingOf(random: Random, topic: Topic, isShort: boolean): Ending {
  const ending = isShort ? random.weighted({ solved: 9, notSolved: 1 }) : random.weighted(endings)
  return ending === 'notSolved' && topic !== 'giveBack' && topic !== 'leak' ? 'solved' : ending
}

function open(maker: RowMaker, random: Random, slot: Slot, topic: Topic, talk: Talk, hasThread: boolean): Case {
  const { queueId, typeId } = matters[topic]
  return openCase(maker, random, {
    ...slot,
    title: talk.title,
    description: hasThread ? (talk.lines[0]?.text ?? '') : '',
    typeId,
    queueId,
  })
}

/** An open request; its last update is recent, so that nothing closes itself in the first hours. */
export function makeOpen(maker: RowMaker, random: Random, slot: Slot, plan: OpenPlan, now: number): Case {
  const topic = random.pick(topics)
  const talk = makeTalk(random, slot.customer, topic, 'solved')
  const c = open(maker, random, slot, topic, talk, media[plan.medium].hasThread)
  if (plan.agent === null) queued(c, plan.medium, talk, slot.at)
  else if (plan.state === 'inProgress') inProgress(c, { ...plan, agent: plan.agent, topic }, talk, slot.at, now)
  else awaitsCustomer(c, { ...plan, agent: plan.agent, topic }, talk, slot.at)
  return c
}

function queued(c: Case, medium: Medium, talk: Talk, at: number): void {
  const activity = start(c, medium, at, talk.title)
  const [line] = talk.lines
  if (line) say(c, activity, 'customer', agents[0], written(c.random, medium, line, 0, c.customer, agents[0]), at)
}

interface Held {
  medium: Medium
  agent: Agent
  topic: Topic
}

/** A task in progress: every other one has an answer that the operator has not read yet. */
function inProgress(c: Case, held: Held, talk: Talk, at: number, now: number): void {
  const { random } = c
  const [opening, ask, detail] = talk.lines
  if (!opening || !ask || !detail) throw new Error('a talk that is solved has more lines')
  const activity = start(c, held.medium, at, talk.title)
  const place = (line: typeof opening, index: number, when: number) =>
    say(c, activity, line.by, held.agent, written(random, held.medium, line, index, c.customer, held.agent), when)
  place(opening, 0, at)
  const share = (part: number) => at + Math.floor((now - 4 * minuteMs - at) * part)
  accept(c, activity, held.agent, share(0.3))
  place(ask, 1, share(0.45))
  if (random.chance(0.6)) comment(c, activity, held.agent, random.pick(matters[held.topic].comments), share(0.5))
  if (c.request.number % 2 === 0) place(detail, 2, share(0.6 + random.next() * 0.4))
}

/** The operator has answered and waits: nothing is in progress, the request stands in its waiting stage. */
function awaitsCustomer(c: Case, held: Held, talk: Talk, at: number): void {
  const spoken = tellActivity(
    c,
    held,
    isQuick(held.medium) ? held.medium : 'messenger',
    talk.title,
    talk.lines.slice(0, 2),
    at,
  )
  const activity = last(c)
  embellish(c, held, activity, spoken)
  const endedAt = Math.max(spoken, c.request.lastUpdateAt) + minuteMs
  moveStage(c, 'waiting', operator(held.agent), 'move-stage', endedAt)
  end(c, activity, operator(held.agent), 'end-activity', 'operatorEnded', endedAt + 1_000)
}

/** When the open requests began: the last two days, so that with five days of auto-close there is time. */
export const openStart = (random: Random, plan: OpenPlan, now: number): number =>
  now - (plan.state === 'queued' ? random.between(15 * minuteMs, 6 * hourMs) : random.between(8 * hourMs, 44 * hourMs))
