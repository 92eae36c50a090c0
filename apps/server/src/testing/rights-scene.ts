import { type CallInput, createCaller } from '@care/client'
import type { EndpointName } from '@care/contract'
import { defaultDealStages } from '@care/domain/follow-ups'
import { everyWeekday } from '@care/domain'
import { deskRoutes, widgetRoutes } from '@care/contract/wire'
import type { Store } from '../db/store.ts'
import { password, siteKey, type TestServer } from './boot-server.ts'
import type { Desk, Visitor } from './people.ts'
import { callInputs } from './rights-calls.ts'
import { listInputs } from './rights-lists.ts'
import { callbackInputs } from './rights-callbacks.ts'
import { phoneInputs } from './rights-phone.ts'
import { mailInputs } from './rights-mails.ts'
import { settingsInputs } from './rights-settings.ts'
import { tieInputs } from './rights-ties.ts'

/** A talk of a visitor in queue `q`, with everything that an endpoint may be about. */
export interface Scene {
  visitor: Visitor
  activityId: string
  requestId: string
  customerId: string
  /** Anna's answer. */
  messageId: string
  /** Of Anna, sent to the visitor. */
  fileId: string
  admin: Desk
  /** For what no endpoint can make. */
  store: Store
  anna: Desk
}

let made = 0
const key = (): string => `key-of-rights-${(made += 1)}`
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Anna has the talk in progress, unless it is to wait. */
export async function makeScene(server: TestServer, { isWaiting }: { isWaiting: boolean }): Promise<Scene> {
  const [anna, admin, visitor] = [await server.signIn('anna'), await server.signIn('admin'), await server.newVisitor()]
  const { chat } = await visitor.call('startChat', { body: { clientMessageId: key(), text: 'Hello' } })
  const { activityId } = chat
  const details = await anna.call('takeTask', { params: { activityId } })
  const file = await anna.call('uploadFile', { query: { name: 'dot.png', activityId }, file: png })
  const sent = await anna.call('sendMessage', {
    params: { activityId },
    body: { clientMessageId: key(), text: '', attachmentIds: [file.id] },
  })
  if (isWaiting) await anna.call('returnTask', { params: { activityId }, body: {} })
  const { request, customer } = details
  return {
    visitor,
    activityId,
    requestId: request.id,
    customerId: customer.id,
    messageId: sent.id,
    fileId: file.id,
    admin,
    store: server.services.store,
    anna,
  }
}

async function mergeInput({ customerId, admin }: Scene) {
  const source = await admin.call('addCustomer', { body: { name: 'The same' } })
  const { version } = await admin.call('getCustomer', { params: { customerId } })
  return { params: { customerId }, version, body: { sourceId: source.id, sourceVersion: source.version } }
}

async function companyOf(customerId: string, admin: Desk): Promise<string> {
  const { version } = await admin.call('getCustomer', { params: { customerId } })
  const body = { companyName: key() }
  const { company } = await admin.call('editCustomer', { params: { customerId }, body, version })
  return company?.id ?? ''
}

async function close(admin: Desk, requestId: string): Promise<void> {
  const { category } = await admin.call('getRequest', { params: { requestId } })
  if (category !== 'closed') await admin.call('closeRequest', { params: { requestId }, body: { outcome: 'solved' } })
}

const someHours = () => ({ name: key(), timeZone: 'Europe/Warsaw', days: everyWeekday(9, 17), holidays: [] })

const aReply = () => ({ isShared: true, shortcut: key(), title: 'Thanks', texts: { en: 'Thank you.' } })
async function ofSharedReply(admin: Desk): Promise<{ params: { quickReplyId: string } }> {
  const { id: quickReplyId } = await admin.call('addQuickReply', { body: aReply() })
  return { params: { quickReplyId } }
}

const followUp = ({ customerId, requestId }: Scene) => ({ customerId, requestId, title: 'Call back' })
async function todoOf(scene: Scene) {
  const { id, version } = await scene.admin.call('addTodo', { body: followUp(scene) })
  return { params: { todoId: id }, version }
}
const aDeal = (scene: Scene) => ({ ...followUp(scene), amount: 120_000, currency: 'EUR' })
async function dealOf(scene: Scene) {
  const { id, version } = await scene.admin.call('addDeal', { body: aDeal(scene) })
  return { params: { dealId: id }, version }
}

type Inputs = { [N in EndpointName]?: (scene: Scene) => CallInput<N> | Promise<CallInput<N>> }

/** A right call of every endpoint that needs more than its name: whatever is refused is refused for who calls. */
export const inputs: Inputs = {
  setUp: () => ({ body: { token: 'x'.repeat(43), name: 'Mallory', email: 'mallory@example.com', password } }),
  signIn: () => ({ body: { email: 'boris@example.com', password } }),
  leaveDesk: () => ({ body: { tasks: [] } }),
  revokeSession: async ({ admin }) => ({
    params: { sessionId: (await admin.call('listSessions')).items.find((session) => session.isCurrent)?.id ?? '' },
  }),
  changeMe: () => ({ body: { language: 'en' } }),
  takeTask: ({ activityId }) => ({ params: { activityId } }),
  assignTask: ({ activityId }) => ({ params: { activityId }, body: { operatorId: 'anna' } }),
  acceptOffer: ({ activityId }) => ({ params: { activityId } }),
  declineOffer: ({ activityId }) => ({ params: { activityId } }),
  returnTask: ({ activityId }) => ({ params: { activityId }, body: {} }),
  transferTask: ({ activityId }) => ({ params: { activityId }, body: { queueId: 'q', reason: 'They know it' } }),
  withdrawTransfer: ({ activityId }) => ({ params: { activityId } }),
  saveWrapUp: ({ activityId }) => ({ params: { activityId }, body: { outcome: 'solved' } }),
  extendWrapUp: ({ activityId }) => ({ params: { activityId } }),
  finishWrapUp: ({ activityId }) => ({ params: { activityId }, body: { outcome: 'solved' } }),
  endActivity: ({ activityId }) => ({ params: { activityId } }),
  setPresence: () => ({ body: { chosen: 'busy' } }),
  setDoNotDisturb: () => ({ body: { isOn: false } }),
  setQuietHours: () => ({ body: { quietHours: null } }),
  changeNotificationSettings: () => ({ body: { volume: 50 } }),
  handleNotifications: ({ requestId, activityId }) => ({ body: { open: { requestId, activityId } } }),
  setOperatorPresence: () => ({ params: { operatorId: 'anna' }, body: { chosen: 'busy' } }),
  listFigureRequests: () => ({ query: { figure: 'closed' } }),
  getActivity: ({ activityId }) => ({ params: { activityId } }),
  listMessages: ({ activityId }) => ({ params: { activityId } }),
  searchThread: ({ activityId }) => ({ params: { activityId }, query: { search: 'hello' } }),
  editMessage: ({ activityId, messageId }) => ({ params: { activityId, messageId }, body: { text: 'Better' } }),
  deleteMessage: ({ activityId, messageId }) => ({ params: { activityId, messageId } }),
  saveDraft: ({ activityId }) => ({
    params: { activityId, kind: 'comment' as const },
    body: { text: 'Begun', editedAt: Date.now(), basedOn: 0 },
  }),
  listColleagueDrafts: ({ activityId }) => ({ params: { activityId } }),
  sendMessage: ({ activityId }) => ({ params: { activityId }, body: { clientMessageId: key(), text: 'Hi' } }),
  setMarks: ({ activityId }) => ({ params: { activityId }, body: { read: 1 } }),
  markUnread: ({ activityId }) => ({ params: { activityId } }),
  setTags: async ({ activityId, admin }) => ({
    params: { activityId },
    body: { tags: ['late'] },
    version: (await admin.call('getActivity', { params: { activityId } })).version,
  }),
  moveActivity: ({ activityId }) => ({ params: { activityId }, body: { requestId: null } }),
  listComments: ({ activityId }) => ({ params: { activityId } }),
  listColleagues: ({ activityId }) => ({ params: { activityId } }),
  addComment: ({ activityId }) => ({ params: { activityId }, body: { clientCommentId: key(), text: 'Note' } }),
  uploadFile: ({ activityId }) => ({ query: { name: 'dot.png', activityId }, file: png }),
  getFile: ({ fileId }) => ({ params: { fileId } }),
  getCustomer: ({ customerId }) => ({ params: { customerId } }),
  addCustomer: () => ({ body: { name: 'Jonas Weber' } }),
  editCustomer: async ({ customerId, admin }) => ({
    params: { customerId },
    body: { isVip: true },
    version: (await admin.call('getCustomer', { params: { customerId } })).version,
  }),
  getCompany: async ({ customerId, admin }) => ({ params: { companyId: await companyOf(customerId, admin) } }),
  editCompany: async ({ customerId, admin }) => {
    const companyId = await companyOf(customerId, admin)
    const { version } = await admin.call('getCompany', { params: { companyId } })
    return { params: { companyId }, body: { domains: [`${key()}.example`] }, version }
  },
  addCustomerField: () => ({ body: { name: 'Contract', kind: 'text' } }),
  editCustomerField: async ({ admin }) => {
    // One for all: their number is limited.
    const { items } = await admin.call('listCustomerFields')
    const field = items[0] ?? (await admin.call('addCustomerField', { body: { name: 'Contract', kind: 'text' } }))
    return { params: { fieldId: field.id }, body: { name: 'Other' }, version: field.version }
  },
  addCalendar: () => ({ body: someHours() }),
  editCalendar: async ({ admin }) => {
    const { id: calendarId, version } = await admin.call('addCalendar', { body: someHours() })
    return { params: { calendarId }, version, body: someHours() }
  },
  removeCalendar: async ({ admin }) => ({
    params: { calendarId: (await admin.call('addCalendar', { body: someHours() })).id },
  }),
  blockSender: () => ({ body: { kind: 'email', value: `${key()}@example.com` } }),
  setBlockLifted: async ({ admin }) => {
    const { id: blockId } = await admin.call('blockSender', { body: { kind: 'email', value: `${key()}@example.com` } })
    return { params: { blockId }, body: { isLifted: true } }
  },
  getCustomerHints: ({ customerId }) => ({ params: { customerId } }),
  mergeCustomers: async (scene) => mergeInput(scene),
  undoCustomerMerge: async (scene) => {
    const { mergeId } = await scene.admin.call('mergeCustomers', await mergeInput(scene))
    return { params: { mergeId } }
  },
  partCustomers: async ({ customerId, admin }) => ({
    params: { customerId },
    body: { otherId: (await admin.call('addCustomer', { body: { name: 'Other' } })).id },
  }),
  confirmCustomer: ({ customerId }) => ({ params: { customerId } }),
  checkPhone: () => ({ query: { phone: '+48 601 234 567' } }),
  getJourney: ({ customerId }) => ({ params: { customerId } }),
  listSnippets: ({ requestId }) => ({ query: { words: 'hello', ids: JSON.stringify([requestId]) } }),
  setListLayout: () => ({ body: { columns: [{ id: 'title', width: 200 }] } }),
  ...listInputs,
  getRequest: ({ requestId }) => ({ params: { requestId } }),
  addRequest: ({ customerId }) => ({ body: { customerId, title: 'Another one' } }),
  editRequest: async ({ requestId, admin }) => ({
    params: { requestId },
    body: { title: 'Better title' },
    version: (await admin.call('getRequest', { params: { requestId } })).version,
  }),
  setPriority: ({ requestId }) => ({ params: { requestId }, body: { priority: 'high' } }),
  moveToQueue: ({ requestId }) => ({ params: { requestId }, body: { queueId: 'q' } }),
  moveStage: ({ requestId }) => ({ params: { requestId }, body: { stage: 'waiting' } }),
  assignRequest: ({ requestId }) => ({ params: { requestId }, body: { operatorId: 'boris' } }),
  closeRequest: ({ requestId }) => ({ params: { requestId }, body: { outcome: 'solved' } }),
  reopenRequest: async ({ requestId, admin }) => {
    await close(admin, requestId)
    return { params: { requestId } }
  },
  keepOpen: ({ requestId }) => ({ params: { requestId } }),
  snoozeRequest: ({ requestId }) => ({ params: { requestId }, body: { until: Date.now() + 3_600_000 } }),
  wakeRequest: ({ requestId }) => ({ params: { requestId } }),
  undoChange: ({ requestId }) => ({ params: { requestId }, body: { change: 'no-such-change' } }),
  followRequest: ({ requestId }) => ({ params: { requestId }, body: { operatorId: 'anna' } }),
  unfollowRequest: ({ requestId }) => ({ params: { requestId, operatorId: 'anna' } }),
  ...mailInputs,
  ...callInputs,
  ...callbackInputs,
  ...phoneInputs,
  ...tieInputs,
  getHistory: ({ requestId }) => ({ params: { requestId } }),
  getTodo: (scene) => todoOf(scene),
  addTodo: (scene) => ({ body: followUp(scene) }),
  editTodo: async (scene) => ({ ...(await todoOf(scene)), body: { title: 'Other' } }),
  setTodoDone: async (scene) => ({ ...(await todoOf(scene)), body: { isDone: true } }),
  seeTodo: (scene) => todoOf(scene),
  deleteTodo: (scene) => todoOf(scene),
  getDeal: (scene) => dealOf(scene),
  addDeal: (scene) => ({ body: aDeal(scene) }),
  editDeal: async (scene) => ({ ...(await dealOf(scene)), body: { title: 'Other' } }),
  deleteDeal: (scene) => dealOf(scene),
  editDealStages: () => ({ body: { items: defaultDealStages.map((stage) => ({ ...stage })) } }),
  undoFollowUp: ({ customerId }) => ({ params: { customerId }, body: { change: 'no-such-change' } }),
  addQuickReply: () => ({ body: aReply() }),
  editQuickReply: async ({ admin }) => {
    const { id: quickReplyId, version } = await admin.call('addQuickReply', { body: aReply() })
    return { params: { quickReplyId }, body: { title: 'Other' }, version }
  },
  deleteQuickReply: ({ admin }) => ofSharedReply(admin),
  restoreQuickReply: async ({ admin }) => {
    const input = await ofSharedReply(admin)
    await admin.call('deleteQuickReply', input)
    return input
  },
  getQuickReply: ({ admin }) => ofSharedReply(admin),
  useQuickReply: ({ admin }) => ofSharedReply(admin),
  uploadQuickReplyFile: () => ({ query: { name: 'dot.png' }, file: png }),
  getQuickReplyFile: async ({ admin }) => {
    const { id: fileId } = await admin.call('uploadQuickReplyFile', { query: { name: 'dot.png' }, file: png })
    const reply = await admin.call('addQuickReply', { body: { ...aReply(), attachmentIds: [fileId] } })
    return { params: { quickReplyId: reply.id, fileId } }
  },
  exportQuickReplies: () => ({ query: { format: 'csv', scope: 'shared' } }),
  previewQuickReplies: () => ({ query: { format: 'csv', scope: 'shared' }, file: png }),
  importQuickReplies: () => ({ query: { format: 'csv', scope: 'shared' }, file: png }),
  ...settingsInputs,
  openWidget: () => ({ body: { siteKey } }),
  startChat: () => ({ body: { clientMessageId: key(), text: 'Hello' } }),
  sendWidgetMessage: () => ({ body: { clientMessageId: key(), text: 'Hello' } }),
  listEarlierMessages: ({ activityId }) => ({ params: { activityId } }),
  setWidgetMarks: () => ({ body: { read: 1 } }),
  rateChat: async ({ admin, requestId }) => {
    await close(admin, requestId)
    return { body: { score: 5 } }
  },
  leaveMessage: () => ({ body: { email: 'a@b.example', clientMessageId: key(), text: 'Hello' } }),
  uploadWidgetFile: () => ({ query: { name: 'dot.png' }, file: png }),
  getWidgetFile: ({ fileId }) => ({ params: { fileId } }),
}

const routes = { ...deskRoutes, ...widgetRoutes }

/** Calls an endpoint with these credentials: `ok`, or the code of the refusal. */
export async function outcomeOf(
  url: string,
  name: EndpointName,
  input: CallInput<EndpointName>,
  headers: Record<string, string>,
): Promise<string> {
  const address = createCaller(routes, { baseUrl: url }).url(name, input)
  const route = routes[name]
  const isUpload = 'raw' in route && route.raw === 'upload'
  const version = input.version === undefined ? {} : { 'if-match': String(input.version) }
  const answer = await fetch(address, {
    method: route.method,
    headers: {
      ...headers,
      ...version,
      ...(route.method === 'GET' ? {} : { 'content-type': isUpload ? 'application/octet-stream' : 'application/json' }),
    },
    ...(route.method === 'GET' ? {} : { body: isUpload ? new Uint8Array(png) : JSON.stringify(input.body ?? {}) }),
  })
  const text = await answer.text()
  if (answer.ok) return 'ok'
  return (JSON.parse(text) as { code: string }).code
}
