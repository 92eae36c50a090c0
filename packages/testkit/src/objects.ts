import type {
  ActivityDetails,
  Comment,
  Customer,
  JourneyActivity,
  JourneyRequest,
  Message,
  QuickReply,
  ListedRequest,
  RequestDetails,
} from '@care/contract'
import { defaultOutcomes, defaultWorkflow } from '@care/domain'

const day = 86_400_000
/** Friday, 13 November 2026, 12:00 UTC. */
export const noon = Date.UTC(2026, 10, 13, 12)

export const aCustomer = (over: Partial<Customer> = {}): Customer => ({
  id: 'cu-elena',
  kind: 'customer',
  name: 'Elena Petrova',
  firstName: 'Elena',
  familyName: 'Petrova',
  email: 'elena@lozenets.example',
  phone: '+359 88 412 7730',
  phoneNumber: '+359884127730',
  company: { id: 'co-1', name: 'Kafe Lozenets' },
  language: 'bg',
  timeZone: 'Europe/Sofia',
  isVip: true,
  groups: [],
  attributes: {},
  requests: { open: 2, total: 4 },
  lastContactAt: noon - 60_000,
  createdAt: noon - 400 * day,
  updatedAt: noon - day,
  version: 5,
  abilities: { edit: true },
  ...over,
})

const stages = (current: string): RequestDetails['stages'] =>
  defaultWorkflow.stages.map((stage) => ({
    ...stage,
    isNext:
      stage.category !== 'closed' &&
      defaultWorkflow.transitions.some(({ from, to }) => from === current && to === stage.key),
    asks: false,
  }))

export const aRequest = (over: Partial<RequestDetails> = {}): RequestDetails => ({
  id: 're-1',
  number: 20481,
  title: 'Cracked water tank',
  customer: { id: 'cu-elena', name: 'Elena Petrova', isVip: true },
  stage: 'active',
  category: 'active',
  priority: 'high',
  queue: { id: 'q1', name: 'Orders' },
  assignee: { id: 'op-anna', name: 'Anna Petrova' },
  updatedAt: noon,
  version: 7,
  description: 'Cracked on arrival.',
  type: { id: 'ty-1', name: 'Damaged goods' },
  fields: [],
  attributes: {},
  location: null,
  followers: [],
  stageTimes: [],
  tags: [],
  dueAt: null,
  createdAt: noon - day,
  stageSince: noon - 16 * 60_000,
  lastUpdateAt: noon,
  snoozedUntil: null,
  wakesOnAnswer: true,
  autoCloseAt: noon + 5 * day,
  closedAt: null,
  closedBy: null,
  outcome: null,
  outcomeNote: '',
  previousRequest: null,
  rating: null,
  stages: stages(over.stage ?? 'active'),
  outcomes: defaultOutcomes.filter(({ isSystem }) => !isSystem).map((outcome) => ({ ...outcome })),
  abilities: {
    edit: true,
    close: true,
    reopen: false,
    snooze: true,
    assign: true,
    comment: true,
    merge: true,
    tie: true,
  },
  ...over,
})

export const anActivity = (over: Partial<ActivityDetails> = {}): ActivityDetails => ({
  id: 'ac-1',
  request: { id: 're-1', number: 20481, title: 'Cracked water tank', category: 'active' },
  customer: { id: 'cu-elena', name: 'Elena Petrova', isVip: true },
  medium: 'chat',
  state: 'active',
  queue: { id: 'q1', name: 'Orders' },
  group: null,
  operator: { id: 'op-anna', name: 'Anna Petrova' },
  transferTo: null,
  tags: ['damaged'],
  skills: [],
  startedAt: noon - 16 * 60_000,
  acceptedAt: noon - 15 * 60_000,
  endedAt: null,
  endReason: null,
  outcome: null,
  wrapUp: null,
  source: 'Returns page',
  customerIsHere: true,
  marks: { customerDelivered: 0, customerRead: 0, operatorDelivered: 0, operatorRead: 0 },
  version: 3,
  abilities: {
    reply: true,
    tag: true,
    comment: true,
    take: false,
    giveBack: true,
    transfer: true,
    end: true,
    move: true,
    moveToCustomer: true,
    answerByMail: false,
    wrapUp: false,
  },
  ...over,
})

export const aComment = (over: Partial<Comment> = {}): Comment => ({
  id: 'cm-1',
  activityId: 'ac-1',
  requestId: 're-1',
  // Another id is another comment.
  clientCommentId: over.id ?? 'cm-1',
  author: { id: 'op-piotr', name: 'Piotr Zieliński' },
  text: 'Plovdiv has 6 tanks.',
  createdAt: noon,
  ...over,
})

export const aMessage = (over: Partial<Message> = {}): Message => ({
  id: `me-${over.seq ?? 1}`,
  activityId: 'ac-1',
  seq: 1,
  clientMessageId: `c-${over.seq ?? 1}`,
  author: { kind: 'customer', id: 'cu-elena', name: 'Elena Petrova' },
  text: 'The tank is cracked.',
  attachments: [],
  createdAt: noon,
  ...over,
})

export const aJourneyRequest = (over: Partial<JourneyRequest> = {}): JourneyRequest => ({
  id: 're-1',
  number: 20481,
  title: 'Cracked water tank',
  category: 'active',
  stageName: { en: 'Active', ru: 'В работе', pl: 'W toku', bg: 'В работа' },
  outcomeName: null,
  createdAt: noon - day,
  updatedAt: noon,
  canSee: true,
  ...over,
})

export const aJourneyActivity = (over: Partial<JourneyActivity> = {}): JourneyActivity => ({
  kind: 'activity',
  id: 'ac-1',
  requestId: 're-1',
  medium: 'chat',
  state: 'active',
  at: noon - 16 * 60_000,
  endedAt: null,
  title: 'Chat on the Returns page',
  operator: { id: 'op-anna', name: 'Anna Petrova' },
  messages: 4,
  callback: null,
  canMove: (over.state ?? 'active') !== 'ended',
  ...over,
})

export const aQuickReply = (over: Partial<QuickReply> = {}): QuickReply => ({
  id: `qr-${over.shortcut ?? 'hello'}`,
  ownerId: null,
  shortcut: 'hello',
  title: 'Greeting',
  group: '',
  texts: { en: 'Hello {customer.firstName}' },
  attachments: [],
  uses: 0,
  updatedAt: noon,
  version: 1,
  abilities: { edit: true },
  ...over,
})

export const aListedRequest = (over: Partial<ListedRequest> = {}): ListedRequest => {
  const { id, number, title, customer, stage, category, priority, queue, assignee, updatedAt, version } = aRequest()
  return {
    id,
    number,
    title,
    customer,
    stage,
    category,
    priority,
    queue,
    assignee,
    updatedAt,
    version,
    type: { id: 'general', name: 'General' },
    companyName: null,
    tags: [],
    media: ['chat'],
    createdAt: updatedAt,
    dueAt: null,
    closedAt: null,
    outcome: null,
    snoozedUntil: null,
    activityId: 'ac-1',
    ...over,
  }
}
