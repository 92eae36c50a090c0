import type { RequestFilter } from '@care/contract'
import { dayMs } from '@care/domain'
import { benchNow, shape, wordOf } from './lists-rows.ts'

/** What the screen offers, field by field, and some of them together. */
const filters: Readonly<Record<string, RequestFilter>> = {
  'no filter': {},
  open: { state: 'open' },
  closed: { state: 'closed' },
  'stage group': { category: ['waiting'] },
  'two stage groups': { category: ['new', 'active'] },
  stage: { stage: ['waiting'] },
  queue: { queueId: ['queue-2'] },
  'five queues': { queueId: ['queue-2', 'queue-5', 'queue-7', 'queue-11', 'queue-15'] },
  assignee: { assigneeId: ['operator-9'] },
  nobody: { assigneeId: ['nobody'] },
  'mine, open': { assigneeId: ['me'], state: 'open' },
  medium: { medium: ['call'] },
  type: { typeId: ['type-3'] },
  tag: { tag: ['tag 5'] },
  VIP: { isVip: true },
  customer: { customerId: 'customer-40' },
  company: { companyId: ['company-3'] },
  priority: { priority: ['urgent'] },
  outcome: { outcome: ['duplicate'] },
  overdue: { due: 'overdue' },
  'due today': { due: 'today' },
  'without due': { due: 'none' },
  'made in 7 days': { created: { lastDays: 7 } },
  'made a year ago': { created: { from: benchNow - 400 * dayMs, to: benchNow - 370 * dayMs } },
  'updated in 7 days': { updated: { lastDays: 7 } },
  'closed in 30 days': { closed: { lastDays: 30 } },
  'closed a year ago': { closed: { from: benchNow - 400 * dayMs, to: benchNow - 370 * dayMs } },
  'queue and open': { state: 'open', queueId: ['queue-2'] },
  'queue, nobody, medium': { queueId: ['queue-3'], assigneeId: ['nobody'], medium: ['email'] },
  'queue, type, priority': { queueId: ['queue-1'], typeId: ['type-2'], priority: ['high'] },
  'assignee and tag': { assigneeId: ['operator-20'], tag: ['tag 20'] },
  'VIP, queue, medium': { isVip: true, queueId: ['queue-3'], medium: ['call'] },
}

/** The commonest words are in most requests, a middling one in some of a hundred, the rarest in a few of all. */
const [commonest, second, middling, rare] = [0, 1, 300, shape.words - 20].map(wordOf) as [
  string,
  string,
  string,
  string,
]
const words: Readonly<Record<string, RequestFilter>> = {
  'rare word': { words: rare },
  'middling word': { words: middling },
  'common word': { words: commonest },
  'two common words': { words: `${commonest} ${second}` },
  'common and rare word': { words: `${commonest} ${rare}` },
  'two middling words': { words: `${middling} ${wordOf(301)}` },
  'unknown word': { words: 'qqqq' },
  'three letters': { words: commonest.slice(0, 3) },
  'three rare letters': { words: rare.slice(0, 3) },
  'one letter': { words: commonest.slice(0, 1) },
  'beginning of a number': { words: '47' },
}

export const shapes: Readonly<Record<string, RequestFilter>> = {
  ...filters,
  ...words,
  ...Object.fromEntries(
    Object.entries(filters).flatMap(([name, filter]) => [
      [`common word, ${name}`, { ...filter, words: commonest }],
      [`middling word, ${name}`, { ...filter, words: middling }],
    ]),
  ),
}
