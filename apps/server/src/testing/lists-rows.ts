import { dayMs, foldText, type Medium, priorityRank, type Priority } from '@care/domain'
import type { ListedTalk } from '../db/schema/lists.ts'
import { closed, facetsOf, open } from '../modules/lists/facets.ts'

/** Rows of one table in the order of its columns below. */
export type Values = Array<string | number | null>
export type TableName = keyof typeof columns
export type Rows = Record<TableName, Values[]>

export const columns = {
  customers:
    'id,kind,name,first_name,family_name,email,phone,company_id,is_vip,attributes,created_at,updated_at,version',
  requests:
    'id,number,customer_id,type_id,title,description,stage,category,stage_since,priority,queue_id,assignee_id,tags,due_at,outcome,outcome_note,closed_at,asks_rating,created_at,last_update_at,listed_at,wakes_on_answer,version',
  activities:
    'id,request_id,customer_id,medium,state,queue_id,operator_id,priority_rank,vip_rank,eligible_since,customer_is_here,source,title,skills,started_at,ended_at,message_seq,last_line_text,unread,customer_delivered,customer_read,operator_delivered,operator_read,version',
  activity_tags: 'activity_id,tag_folded,tag,position',
  messages: 'id,activity_id,seq,client_message_id,author_kind,author_id,author_name,text,attachment_ids,created_at',
  request_entries:
    'number,request_id,customer_id,state,priority,created_at,listed_at,due_at,closed_at,is_vip,company_id,facets,talk',
  request_facets: 'facet,state,number,listed_at,end_at',
  search_documents: 'number,head,said,read_to',
}

let state = 42
const roll = (): number => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32
const int = (below: number): number => Math.floor(roll() * below)
/** A few values are very common, as queues, colleagues, tags and words are. */
const zipf = (below: number): number => Math.min(below - 1, Math.floor(Math.exp(roll() * Math.log(below + 1)) - 1))

const wordCount = 20_000
const letters = ['bcdfghklmnprstvz', 'aeiou'] as const
/** Word number `i`; 0 is the commonest. */
export const wordOf = (i: number): string => {
  let word = ''
  let x = i * 7_919 + 13
  for (let k = 0; k < 3 + (i % 3); k++) {
    word += `${letters[0][x & 15]}${letters[1][(x >> 4) % 5]}`
    x = (x >> 3) ^ ((x * 31) & 0xf_ff_ff)
  }
  return word
}
const words = Array.from({ length: wordCount }, (_, i) => wordOf(i))
const text = (count: number): string => Array.from({ length: count }, () => words[zipf(wordCount)]).join(' ')

export const shape = { queues: 20, operators: 200, tags: 200, companies: 2_000, types: 4, words: wordCount }
/** Now, of these data. */
export const benchNow = Date.UTC(2026, 9, 1)
const media = ['chat', 'email', 'call', 'form', 'messenger'] as const
const priorities: readonly Priority[] = ['normal', 'normal', 'normal', 'low', 'high', 'urgent']
const outcomes = ['solved', 'solved', 'noAnswer', 'duplicate', 'notSolved'] as const

interface Made {
  number: number
  pad: string
  createdAt: number
  listedAt: number
  closedAt: number | null
  dueAt: number | null
  category: string
  customer: number
  companyId: string | null
  assigneeId: string | null
  operatorId: string
  queueId: string
  priority: Priority
  medium: Medium
  typeId: string
  outcome: string | null
  tags: string[]
  title: string
  said: string[]
}

function make(n: number, count: number, lines: number): Made {
  const createdAt = benchNow - Math.floor(((count - n) / count) * 1_000 * dayMs)
  const chance = roll()
  const category = chance < 0.92 ? 'closed' : chance < 0.95 ? 'waiting' : chance < 0.98 ? 'active' : 'new'
  const listedAt = Math.min(benchNow, createdAt + int(3 * dayMs))
  const customer = int(Math.ceil(count / 4))
  const assigneeId = category === 'new' || roll() > 0.85 ? null : `operator-${zipf(shape.operators)}`
  return {
    number: n + 1,
    pad: String(n + 1).padStart(9, '0'),
    createdAt,
    listedAt,
    closedAt: category === 'closed' ? listedAt : null,
    dueAt: roll() < 0.2 ? createdAt + int(14 * dayMs) : null,
    category,
    customer,
    companyId: customer % 3 === 0 ? `company-${customer % shape.companies}` : null,
    assigneeId,
    operatorId: assigneeId ?? `operator-${zipf(shape.operators)}`,
    queueId: `queue-${zipf(shape.queues)}`,
    priority: priorities[int(priorities.length)] ?? 'normal',
    medium: media[int(media.length)] ?? 'chat',
    typeId: `type-${zipf(shape.types)}`,
    outcome: category === 'closed' ? (outcomes[int(outcomes.length)] ?? 'solved') : null,
    tags: [...new Set(Array.from({ length: int(4) }, () => `tag ${zipf(shape.tags)}`))],
    title: text(7),
    said: Array.from({ length: lines }, () => text(16)),
  }
}

/** One request of `count` with its customer, its activity and `lines` messages; in the same order the same rows. */
export function rowsOf(n: number, count: number, lines: number): Rows {
  const made = make(n, count, lines)
  return {
    customers: n < Math.ceil(count / 4) ? [customerOf(n, made.createdAt)] : [],
    requests: [requestOf(made)],
    activities: [activityOf(made)],
    activity_tags: made.tags.map((tag, at) => [`ac-${made.pad}`, foldText(tag), tag, at]),
    messages: made.said.map((words, line) => messageOf(made, words, line)),
    ...listedOf(made),
    search_documents: [documentOf(made)],
  }
}

function customerOf(n: number, createdAt: number): Values {
  const companyId = n % 3 === 0 ? `company-${n % shape.companies}` : null
  const names = [`Customer ${n}`, 'Customer', String(n), '', '']
  return [`customer-${n}`, 'customer', ...names, companyId, n % 20 === 0 ? 1 : 0, '{}', createdAt, createdAt, 1]
}

function requestOf(made: Made): Values {
  const { pad, number, customer, typeId, title, category, createdAt, closedAt, listedAt } = made
  const start = [`re-${pad}`, number, `customer-${customer}`, typeId, title, '', category, category, createdAt]
  const { priority, queueId, assigneeId, dueAt, outcome } = made
  const middle = [priority, queueId, assigneeId, '[]', dueAt, outcome, '', closedAt, 0]
  return [...start, ...middle, createdAt, listedAt, listedAt, 1, 1]
}

function activityOf(made: Made): Values {
  const { pad, customer, medium, closedAt, queueId, operatorId, createdAt, title, said } = made
  const state = closedAt === null ? 'active' : 'ended'
  const start = [`ac-${pad}`, `re-${pad}`, `customer-${customer}`, medium, state, queueId, operatorId, 2]
  const middle = [customer % 20 === 0 ? 0 : 1, createdAt, 0, '', title, '[]', createdAt, closedAt, said.length]
  return [...start, ...middle, said.at(-1) ?? '', 0, 0, 0, 0, 0, 1]
}

function messageOf({ pad, customer, operatorId, createdAt }: Made, words: string, line: number): Values {
  const author = line % 2 === 0 ? ['customer', `customer-${customer}`] : ['operator', operatorId]
  const key = [`me-${pad}-${line}`, `ac-${pad}`, line + 1, `before-${line}`]
  return [...key, ...author, '', words, '[]', createdAt + line * 60_000]
}

function listedOf(made: Made): Pick<Rows, 'request_entries' | 'request_facets'> {
  const { number, pad, customer, priority, createdAt, listedAt, dueAt, closedAt, companyId, medium } = made
  const isVip = customer % 20 === 0
  const state = closedAt === null ? open : closed
  const facets = facetsOf({
    ...made,
    stage: made.category,
    isVip,
    locationId: null,
    media: [medium],
    seenBy: [made.operatorId],
  })
  const talk: ListedTalk = { newestId: `ac-${pad}`, media: [medium], tags: made.tags }
  const key = [number, `re-${pad}`, `customer-${customer}`, state, priorityRank(priority)]
  const dates = [createdAt, listedAt, dueAt, closedAt]
  return {
    request_entries: [[...key, ...dates, isVip ? 1 : 0, companyId, JSON.stringify(facets), JSON.stringify(talk)]],
    request_facets: facets.map((facet) => [facet, state, number, listedAt, closedAt ?? dueAt]),
  }
}

/** The words of a request as the search keeps them; nothing here has to be folded. */
function documentOf({ number, pad, customer, title, said }: Made): Values {
  const list = (texts: readonly string[]): string =>
    [...new Set(texts.flatMap((one) => one.split(' ')))].map((word) => ` ${word}`).join('')
  const readTo = JSON.stringify([[`ac-${pad}`, said.length, 0]])
  return [number, list([String(number), title, 'customer', String(customer)]), list(said), readTo]
}
