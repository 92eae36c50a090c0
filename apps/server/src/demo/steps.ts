import { media, type EndReason, type Medium, type Priority, priorityRank, titleFromText, vipRank } from '@care/domain'
import { type Case, enter, moveStage, nobody, operator, update } from './case.ts'
import { mailed, startMedium } from './media-rows.ts'
import { demoStage, returnedValues } from './return-type.ts'
import type { Row, Who } from './rows.ts'
import { type Agent, siteId } from './workspace.ts'

const previewLength = 160
const sources: Readonly<Record<Medium, string>> = {
  chat: 'https://brewhaus.example/machines',
  call: '',
  email: 'care@brewhaus.example',
  form: 'https://brewhaus.example/contact',
  callback: 'https://brewhaus.example/callback',
  messenger: 'Telegram',
  portal: 'https://brewhaus.example/my',
}

export type DemoActivity = Row<'activities'>
const of = (c: Case, activity: DemoActivity) => ({ ...c.about, activityId: activity.id })

export function start(c: Case, medium: Medium, at: number, title: string): DemoActivity {
  const isSite = medium === 'chat' || medium === 'form'
  const activity: DemoActivity = {
    id: c.random.id(at),
    ...c.about,
    medium,
    state: 'waiting',
    queueId: c.queueId,
    operatorId: null,
    offeredToId: null,
    offeredAt: null,
    offerExpiresAt: null,
    priorityRank: priorityRank(c.request.priority),
    vipRank: vipRank(c.customer.isVip),
    eligibleSince: at,
    offerRound: null,
    siteId: isSite ? siteId : null,
    visitorId: medium === 'chat' ? c.customer.visitorId : null,
    customerIsHere: false,
    source: sources[medium],
    title: titleFromText(title),
    startedAt: at,
    acceptedAt: null,
    endedAt: null,
    endReason: null,
    messageSeq: 0,
    lastLineText: '',
    lastLineAuthor: null,
    lastLineAt: null,
    lastCustomerMessageAt: null,
    waitingSince: null,
    unread: 0,
    customerDelivered: 0,
    customerRead: 0,
    operatorDelivered: 0,
    operatorRead: 0,
    version: 1,
  }
  c.add('activities', activity)
  startMedium(c, activity, at)
  c.log(c.random.id(at), 'activity.queued', c.bySender, 'receive-message', at, {
    ...of(c, activity),
    queueId: c.queueId,
    reason: 'new',
    version: 1,
  })
  update(c, at)
  return activity
}

export function accept(c: Case, activity: DemoActivity, agent: Agent, at: number): void {
  const how = c.random.chance(0.7) ? 'offer' : 'hand'
  const command = how === 'offer' ? 'accept-offer' : 'take-task'
  if (how === 'offer') offer(c, activity, agent, at)
  if (c.request.assigneeId === null) {
    Object.assign(c.request, { assigneeId: agent.id, lastOperatorId: agent.id, version: c.request.version + 1 })
    c.log(c.random.id(at), 'request.assigned', operator(agent), command, at, {
      ...c.about,
      from: null,
      to: agent.id,
      version: c.request.version,
    })
  }
  if (c.request.category === 'new') moveStage(c, 'active', operator(agent), command, at)
  Object.assign(activity, { state: 'active', operatorId: agent.id, acceptedAt: at, version: activity.version + 1 })
  c.log(c.random.id(at), 'task.accepted', operator(agent), command, at, {
    ...of(c, activity),
    operatorId: agent.id,
    queueId: c.queueId,
    how,
    waitedMs: at - activity.eligibleSince,
    version: activity.version,
  })
  update(c, at)
}

function offer(c: Case, activity: DemoActivity, agent: Agent, at: number): void {
  const offeredAt = Math.max(activity.startedAt, at - c.random.between(2, 20) * 1_000)
  c.add('offers', {
    id: c.random.id(offeredAt),
    activityId: activity.id,
    operatorId: agent.id,
    round: activity.startedAt,
    result: 'accepted',
    offeredAt,
    closedAt: at,
  })
  c.log(c.random.id(offeredAt), 'offer.made', nobody, 'offer-task', offeredAt, {
    ...of(c, activity),
    operatorId: agent.id,
    queueId: c.queueId,
    expiresAt: offeredAt + 30_000,
  })
}

export function say(
  c: Case,
  activity: DemoActivity,
  by: 'customer' | 'operator',
  agent: Agent,
  text: string,
  at: number,
): void {
  const isCustomer = by === 'customer'
  const seq = activity.messageSeq + 1
  const id = c.random.id(at)
  const author = isCustomer ? c.customer : agent
  c.add('messages', {
    id,
    activityId: activity.id,
    seq,
    clientMessageId: c.random.id(at),
    authorKind: by,
    authorId: author.id,
    authorName: author.name,
    text,
    attachmentIds: [],
    createdAt: at,
  })
  mailed(c, activity, id, isCustomer ? null : agent, at)
  Object.assign(activity, {
    messageSeq: seq,
    lastLineText: text.slice(0, previewLength),
    lastLineAuthor: by,
    lastLineAt: at,
    ...(isCustomer
      ? {
          lastCustomerMessageAt: at,
          waitingSince: activity.waitingSince ?? at,
          unread: activity.unread + 1,
          customerDelivered: seq,
          customerRead: seq,
        }
      : {
          waitingSince: null,
          unread: 0,
          operatorDelivered: seq,
          operatorRead: seq,
          customerDelivered: seq,
          customerRead: seq,
        }),
  })
  if (isCustomer && c.request.category === 'waiting') moveStage(c, 'active', c.bySender, 'receive-message', at)
  update(c, at)
  const facts = {
    ...of(c, activity),
    messageId: id,
    seq,
    operatorId: activity.operatorId ?? null,
    queueId: c.queueId,
    visitorId: activity.visitorId ?? null,
  }
  if (isCustomer) c.log(c.random.id(at), 'message.received', c.bySender, 'receive-message', at, facts)
  else c.log(c.random.id(at), 'message.sent', operator(agent), 'send-message', at, facts)
}

export function comment(c: Case, activity: DemoActivity, agent: Agent, text: string, at: number): void {
  const id = c.random.id(at)
  c.add('comments', {
    id,
    activityId: activity.id,
    requestId: c.request.id,
    clientCommentId: c.random.id(at),
    authorId: agent.id,
    text,
    createdAt: at,
  })
  c.log(c.random.id(at), 'comment.added', operator(agent), 'add-comment', at, {
    ...of(c, activity),
    commentId: id,
    operatorId: activity.operatorId ?? null,
  })
  update(c, at)
}

export function tag(c: Case, activity: DemoActivity, agent: Agent, tags: readonly string[], at: number): void {
  tags.forEach((name, position) =>
    c.add('activityTags', { activityId: activity.id, tagFolded: name.toLowerCase(), tag: name, position }),
  )
  activity.version += 1
  c.log(c.random.id(at), 'activity.tagged', operator(agent), 'set-tags', at, {
    ...of(c, activity),
    added: [...tags],
    removed: [],
    version: activity.version,
  })
  update(c, at)
}

export function prioritise(c: Case, activity: DemoActivity, agent: Agent, to: Priority, at: number): void {
  const facts = { ...c.about, fields: { priority: { from: c.request.priority, to } }, version: c.request.version + 1 }
  Object.assign(c.request, { priority: to, version: c.request.version + 1 })
  activity.priorityRank = priorityRank(to)
  c.log(c.random.id(at), 'request.edited', operator(agent), 'edit-request', at, facts)
  update(c, at)
}

export function end(c: Case, activity: DemoActivity, who: Who, command: string, reason: EndReason, at: number): void {
  const read = media[activity.medium].hasThread
    ? { operatorDelivered: activity.messageSeq, operatorRead: activity.messageSeq }
    : {}
  Object.assign(activity, {
    state: 'ended',
    endedAt: at,
    endReason: reason,
    waitingSince: null,
    unread: 0,
    ...read,
    version: activity.version + 1,
  })
  c.log(c.random.id(at), 'activity.ended', who, command, at, {
    ...of(c, activity),
    queueId: c.queueId,
    operatorId: activity.operatorId ?? null,
    offeredToId: null,
    visitorId: activity.visitorId ?? null,
    reason,
    wrapUpUntil: null,
    version: activity.version,
  })
}

export function close(
  c: Case,
  open: readonly DemoActivity[],
  agent: Agent | null,
  outcome: string,
  asksRating: boolean,
  at: number,
): void {
  const who = agent ? operator(agent) : nobody
  const before = { from: c.request.stage, stageMs: at - c.request.stageSince }
  Object.assign(c.request, {
    stage: demoStage(c.request.typeId, 'closed'),
    category: 'closed',
    attributes: c.request.typeId === 'type-return' ? returnedValues(c.request.number, true) : {},
    stageSince: at,
    outcome,
    closedAt: at,
    closedById: agent?.id ?? null,
    asksRating,
    autoCloseAt: null,
    autoCloseCheckAt: null,
    version: c.request.version + 1,
  })
  enter(c, at)
  c.log(c.random.id(at), 'request.closed', who, 'close-request', at, {
    ...c.about,
    outcome,
    isAutomatic: agent === null,
    lastUpdateAt: c.request.lastUpdateAt,
    asksRating,
    ...before,
    version: c.request.version,
  })
  for (const activity of open) end(c, activity, who, 'close-request', agent ? 'closed' : 'autoClosed', at)
}
