import { normalSubject } from '@care/domain/mail'
import { callbackSlots } from '@care/domain/callbacks'
import type { Case } from './case.ts'
import { demoMailbox } from './mailbox.ts'
import type { DemoActivity } from './steps.ts'
import type { Agent } from './workspace.ts'

/** The number that a customer without one left. */
const phoneOf = ({ customer }: Case): string =>
  customer.phone === '' ? '+447700900999' : customer.phone.replaceAll(' ', '')

/** What a call or a call back has beside its activity, from its first moment. */
export function startMedium(c: Case, activity: DemoActivity, at: number): void {
  const { id: activityId } = activity
  if (activity.medium === 'call') c.add('calls', { ...newCall, activityId, startedAt: at })
  if (activity.medium === 'callback')
    c.add('callbacks', {
      activityId,
      phone: phoneOf(c),
      origin: 'customer',
      createdAt: at,
      slotFrom: at,
      slotTo: at + callbackSlots.lengthMs,
      note: '',
      attempts: 0,
    })
}

const newCall = {
  direction: 'in',
  origin: 'widget',
  state: 'ended',
  heldMs: 0,
  endedBy: 'customer',
  eventSeq: 3,
  version: 3,
} as const

/** They talked from when the operator took it until now. */
export function endTalk(c: Case, activity: DemoActivity, agent: Agent, at: number): void {
  const { id, startedAt, acceptedAt } = activity
  const call = c.rows.calls?.at(-1)
  const callback = c.rows.callbacks?.at(-1)
  if (call?.activityId === id) {
    Object.assign(call, { answeredAt: acceptedAt, endedAt: at })
    const lines = [
      { at: startedAt, kind: 'rang', byKind: 'customer', byId: c.customer.visitorId },
      { at: acceptedAt ?? startedAt, kind: 'answered', byKind: 'operator', byId: agent.id },
      { at, kind: 'ended', byKind: 'customer', byId: c.customer.visitorId },
    ] as const
    for (const [index, line] of lines.entries()) c.add('callEvents', { callId: id, seq: index + 1, ...line })
  }
  if (callback?.activityId !== id) return
  Object.assign(callback, { attempts: 1, lastOutcome: 'reached' })
  c.add('callbackAttempts', { activityId: id, number: 1, operatorId: agent.id, outcome: 'reached', note: '', at })
}

/** A message of a mail activity came or went by mail. Of a customer without an address nothing is known but its words. */
export function mailed(c: Case, activity: DemoActivity, messageId: string, agent: Agent | null, at: number): void {
  const { customer } = c
  if (activity.medium !== 'email' || customer.email === '') return
  const last = c.rows.mails?.at(-1)
  const before = last?.activityId === activity.id ? last : undefined
  const earlier = before?.internetId ? [...(before.references ?? []), before.internetId] : []
  const isIn = agent === null
  c.add('mails', {
    id: c.random.id(at),
    direction: isIn ? 'in' : 'out',
    messageId,
    activityId: activity.id,
    channelId: demoMailbox.id,
    operatorId: agent?.id ?? null,
    internetId: `<${messageId}@${(isIn ? customer.email : demoMailbox.address).split('@')[1] ?? ''}>`,
    inReplyTo: earlier.slice(-1),
    references: earlier,
    fromAddress: isIn ? customer.email : '',
    fromName: isIn ? customer.name : '',
    toAddress: isIn ? demoMailbox.address : customer.email,
    subject: before ? `Re: ${normalSubject(activity.title ?? '')}` : (activity.title ?? ''),
    state: isIn ? 'received' : 'sent',
    createdAt: at,
    sentAt: isIn ? null : at,
    tries: isIn ? 0 : 1,
  })
}
