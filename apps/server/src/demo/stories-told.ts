import { media, type Medium, minuteMs, hourMs } from '@care/domain'
import { type Case, moveStage, operator } from './case.ts'
import { endTalk } from './media-rows.ts'
import { inOffice, isQuick, pause, wait } from './schedule.ts'
import { accept, close, comment, type DemoActivity, end, prioritise, say, start, tag } from './steps.ts'
import { matters, phrases } from './stories/index.ts'
import type { Topic } from './stories/story.ts'
import { type Ending, type Line, type Talk, written } from './talk.ts'
import { type Agent, autoCloseMsOf } from './workspace.ts'

export interface ClosedPlan {
  topic: Topic
  talk: Talk
  ending: Ending
  agent: Agent
  /** One or two activities; the second takes the matter up again. */
  media: readonly Medium[]
}

/** Tells a request from the first word to its closing. */
export function tellClosed(c: Case, plan: ClosedPlan, startsAt: number): void {
  const [first = 'chat', second] = plan.media
  const split = second === undefined ? plan.talk.lines.length : 2
  let at = tellActivity(c, plan, first, plan.talk.title, plan.talk.lines.slice(0, split), startsAt)
  const firstActivity = last(c)
  let open = firstActivity
  if (second !== undefined) {
    end(c, firstActivity, operator(plan.agent), 'end-activity', 'operatorEnded', at + minuteMs)
    at += isQuick(first) && isQuick(second) ? c.random.between(20, 180) * minuteMs : c.random.between(2, 30) * hourMs
    const rest = plan.talk.lines.slice(split)
    at = tellActivity(c, plan, second, rest[0]?.text ?? plan.talk.title, rest, at)
    open = last(c)
  }
  embellish(c, plan, open, at)
  finish(c, plan, open, Math.max(at, c.request.lastUpdateAt))
}

/** One activity from its queue to the last line; answers when that was said. */
export function tellActivity(
  c: Case,
  plan: Pick<ClosedPlan, 'agent' | 'topic'>,
  medium: Medium,
  title: string,
  lines: readonly Line[],
  startsAt: number,
): number {
  const { random } = c
  const isCallback = medium === 'callback'
  const activity = start(
    c,
    medium,
    startsAt,
    isCallback ? phrases[c.customer.language].callBack.replace('{machine}', 'Brewhaus') : title,
  )
  const hasThread = media[medium].hasThread
  const [opening, ...answers] = lines
  if (hasThread && opening)
    say(c, activity, opening.by, plan.agent, written(random, medium, opening, 0, c.customer, plan.agent), startsAt)
  let at = startsAt + wait(random, medium)
  if (!isQuick(medium)) at = inOffice(random, at)
  accept(c, activity, plan.agent, at)
  if (!hasThread) {
    at += random.between(2, 14) * minuteMs
    endTalk(c, activity, plan.agent, at)
    comment(c, activity, plan.agent, random.pick(matters[plan.topic].calls), at)
    return at
  }
  for (const [index, line] of answers.entries()) {
    at += pause(random, medium, line.by)
    if (line.by === 'operator' && !isQuick(medium)) at = inOffice(random, at)
    say(c, activity, line.by, plan.agent, written(random, medium, line, index + 1, c.customer, plan.agent), at)
  }
  return at
}

export function last(c: Case): DemoActivity {
  const activity = c.rows.activities?.at(-1)
  if (!activity) throw new Error('the request has no activity')
  return activity
}

/** Notes of the team, in the course of the work. */
export function embellish(
  c: Case,
  { agent, topic }: Pick<ClosedPlan, 'agent' | 'topic'>,
  activity: DemoActivity,
  at: number,
): void {
  const { random } = c
  const matter = matters[topic]
  const soon = () => at + random.between(5, 50) * 1_000
  if (random.chance(0.45)) comment(c, activity, agent, random.pick(matter.comments), soon())
  if (random.chance(0.6)) tag(c, activity, agent, matter.tags.slice(0, random.between(1, 2)), soon())
  if (random.chance(0.18))
    prioritise(c, activity, agent, random.pick(['high', 'high', 'urgent', 'low'] as const), soon())
}

function finish(c: Case, { agent, ending }: ClosedPlan, activity: DemoActivity, at: number): void {
  const { random, request } = c
  if (ending === 'noAnswer' || ending === 'noActivity')
    moveStage(c, 'waiting', operator(agent), 'move-stage', at + 20_000)
  if (ending === 'noActivity')
    return close(c, [activity], null, 'noActivity', false, request.lastUpdateAt + autoCloseMsOf(request.typeId))
  const later =
    ending === 'noAnswer' && !isQuick(activity.medium)
      ? random.between(26, 60) * hourMs
      : random.between(1, 15) * minuteMs
  const closedAt = at + later
  const asksRating = ending !== 'duplicate' && media[activity.medium].hasThread && random.chance(0.7)
  close(c, [activity], agent, ending, asksRating, closedAt)
  if (asksRating && activity.medium === 'chat' && random.chance(0.55))
    rate(c, activity, agent, ending, closedAt + random.between(5, 300) * 1_000)
}

function rate(c: Case, activity: DemoActivity, agent: Agent, ending: Ending, at: number): void {
  const { random, customer } = c
  const words = phrases[customer.language]
  const isGlad = ending === 'solved' && random.chance(0.9)
  const score = isGlad ? random.between(4, 5) : random.between(1, 3)
  const text = random.chance(0.5) ? random.pick(isGlad ? words.praise : words.blame) : ''
  c.add('ratings', {
    id: random.id(at),
    requestId: c.request.id,
    activityId: activity.id,
    customerId: customer.id,
    operatorId: agent.id,
    score,
    comment: text,
    createdAt: at,
  })
  const facts = { ...c.about, activityId: activity.id, operatorId: agent.id, visitorId: customer.visitorId, score }
  c.log(random.id(at), 'chat.rated', c.bySender, 'rate-chat', at, facts)
}
