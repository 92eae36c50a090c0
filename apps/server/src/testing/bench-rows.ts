import type { Tables } from '../db/schema/index.ts'
import { newId } from '../kernel/ids.ts'

/** One request with one chat, of which all rows are made. */
export interface Talk {
  n: number
  /** Of the request and of its activity. */
  id: string
  at: number
  isOpen: boolean
  lines: number
  queueId: string
  operatorId: string
  closesAt: number
}
type Row<T extends keyof Tables> = Tables[T]['$inferInsert']

export const firstNumber = 1_000
export const customerOf = (n: number): string => `customer-${n}`
export const visitorOf = (n: number): string => `visitor-${n}`
const body = 'x'.repeat(90)

export const customerRow = ({ n, at }: Talk): Row<'customers'> => ({
  id: customerOf(n),
  kind: 'customer',
  name: `Customer ${n}`,
  firstName: 'Customer',
  familyName: String(n),
  email: '',
  phone: '',
  isVip: n % 20 === 0,
  createdAt: at,
  updatedAt: at,
  version: 1,
})

export const visitorRow = (n: number, tokenHash: string, now: number): Row<'visitors'> => ({
  id: visitorOf(n),
  siteId: 'website',
  tokenHash,
  customerId: customerOf(n),
  createdAt: now,
  lastSeenAt: now,
})

export const requestRow = ({ n, id, at, isOpen, queueId, operatorId, closesAt }: Talk): Row<'requests'> => ({
  id,
  number: firstNumber + n,
  customerId: customerOf(n),
  typeId: 'general',
  title: `Where is order ${n}?`,
  description: '',
  stage: isOpen ? 'active' : 'closed',
  category: isOpen ? 'active' : 'closed',
  stageSince: at,
  priority: 'normal',
  queueId,
  assigneeId: operatorId,
  lastOperatorId: operatorId,
  tags: [],
  outcome: isOpen ? null : 'solved',
  outcomeNote: '',
  closedAt: isOpen ? null : at,
  asksRating: false,
  createdAt: at,
  lastUpdateAt: at,
  listedAt: at,
  autoCloseAt: isOpen ? closesAt : null,
  autoCloseCheckAt: isOpen ? closesAt : null,
  version: 1,
})

export const activityRow = ({ n, id, at, isOpen, lines, queueId, operatorId }: Talk): Row<'activities'> => ({
  id,
  requestId: id,
  customerId: customerOf(n),
  medium: 'chat',
  state: isOpen ? 'active' : 'ended',
  queueId,
  operatorId,
  priorityRank: 2,
  vipRank: 1,
  eligibleSince: at,
  siteId: 'website',
  visitorId: isOpen ? visitorOf(n) : null,
  customerIsHere: false,
  source: '',
  title: `Where is order ${n}?`,
  startedAt: at,
  acceptedAt: at,
  endedAt: isOpen ? null : at,
  endReason: isOpen ? null : 'closed',
  messageSeq: lines,
  lastLineText: body,
  lastLineAuthor: 'customer',
  lastLineAt: at,
  unread: 0,
  customerDelivered: 0,
  customerRead: 0,
  operatorDelivered: 0,
  operatorRead: 0,
  version: 1,
})

export const messageRows = ({ n, id, at, lines }: Talk): Array<Row<'messages'>> =>
  Array.from({ length: lines }, (_, line) => ({
    id: newId(at),
    activityId: id,
    seq: line + 1,
    clientMessageId: `before-${line}`,
    authorKind: 'customer',
    authorId: customerOf(n),
    authorName: '',
    text: body,
    attachmentIds: [],
    createdAt: at,
  }))
