import { createCaller } from '@care/client'
import { api, type Endpoint, type EndpointName, errorEnvelope } from '@care/contract'
import { deskRoutes, widgetRoutes } from '@care/contract/wire'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, staff, type TestServer } from './boot-server.ts'
import { type Field, fieldsOf, textsIn, withValue } from './fields.ts'
import { inputs, makeScene, type Scene } from './rights-scene.ts'

const texts = {
  SQL: "Robert'); DROP TABLE customers;--",
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  long: 'x'.repeat(10_000),
  'right to left': '\u202Eمرحبا\u202C שלום',
  emoji: '👩‍👩‍👧‍👦 🇧🇬 é',
  quotes: `"\\'\`%_\${1}`,
  'a name of objects': '__proto__',
  NUL: 'a\u0000b',
  'half a character': 'a\uD83D b',
}
const numbers = [-5, 0, 1e-9, 1.5, 2 ** 31, 9e15, 1e300]

/** What is looked for or compared and stored nowhere; a file's name loses what is a folder. */
const notStored =
  /\.(search|token|password|before|queueId|groupId|overflowQueueId|customerId|requestId|owner|stage)$|^upload|^leaveDesk|^(see|handle)Notifications/
/** After these the talk is another one. */
const changing = new Set<EndpointName>([
  'returnTask',
  'transferTask',
  'closeRequest',
  'rateChat',
  'endActivity',
  'moveActivity',
  'moveToCustomer',
  'splitRequest',
  'mergeRequests',
  // The session too.
  'leaveDesk',
])

/** The fields that take any text; what is refused elsewhere is refused because it is no id, email, token or colour. */
const open: { [N in EndpointName]?: string } = {
  addMacro: 'name',
  addView:
    'filter.assigneeId filter.companyId filter.customerId filter.locationId filter.outcome filter.queueId filter.stage filter.tag filter.typeId filter.words name',
  applyMacroToMany:
    'selection.filter.assigneeId selection.filter.companyId selection.filter.customerId selection.filter.locationId selection.filter.outcome selection.filter.queueId selection.filter.stage selection.filter.tag selection.filter.typeId selection.filter.words selection.ids',
  arrangeViews: 'defaultViewId order',
  editMacro: 'name',
  editView:
    'filter.assigneeId filter.companyId filter.customerId filter.locationId filter.outcome filter.queueId filter.stage filter.tag filter.typeId filter.words name',
  previewBulk:
    'selection.filter.assigneeId selection.filter.companyId selection.filter.customerId selection.filter.locationId selection.filter.outcome selection.filter.queueId selection.filter.stage selection.filter.tag selection.filter.typeId selection.filter.words selection.ids',
  startBulk:
    'selection.filter.assigneeId selection.filter.companyId selection.filter.customerId selection.filter.locationId selection.filter.outcome selection.filter.queueId selection.filter.stage selection.filter.tag selection.filter.typeId selection.filter.words selection.ids',
  addCalendar: 'name',
  addChannel: 'name',
  addComment: 'clientCommentId text',
  addCustomer: 'companyName groups name',
  addCustomerField: 'name options.name',
  addDeal: 'note title',
  addGroup: 'name',
  addLocation: 'name',
  addOperator: 'name password skills',
  addQueue: 'name skills',
  addQuickReply: 'group title',
  addRequest: 'description title',
  addRequestType: 'name',
  addSite: 'name skills',
  addTodo: 'note title',
  changeMe: 'mailSignature',
  checkPhone: 'timeZone',
  closeRequest: 'note',
  editCustomer: 'companyName groups name',
  editCustomerField: 'name',
  editDeal: 'note title',
  editOperator: 'name skills',
  editQueue: 'name skills',
  editQuickReply: 'group title',
  editRequest: 'description tags title',
  editRequestType: 'name',
  editSite: 'name skills',
  editTodo: 'note title',
  getHistory: 'operatorId',
  getWidgetFile: 'token',
  leaveMessage: 'clientMessageId name page text',
  askCallback: 'note page',
  planCallback: 'note',
  savePhoneLine: 'password',
  setOperatorPassword: 'password',
  listComments: 'before',
  handleNotifications: 'ids open.activityId open.requestId',
  listColleagues: 'search',
  listCompanies: 'search',
  listCustomers: 'companyId group search',
  getDealTotals: 'owner',
  listDeals: 'customerId owner requestId stage',
  getLiveToday: 'queueId',
  listFigureRequests: 'queueId',
  listQueueItems: 'queueId',
  listQuickReplies: 'group search',
  listSnippets: 'words',
  listTasksInProgress: 'queueId',
  listTodos: 'customerId owner requestId',
  openWidget: 'identity token',
  rateChat: 'comment',
  returnTask: 'reason',
  seeNotifications: 'ids',
  saveDraft: 'attachmentIds text',
  searchThread: 'search',
  sendMessage: 'clientMessageId text',
  sendWidgetMessage: 'clientMessageId text',
  leaveDesk: 'reason',
  listTieCandidates: 'search',
  splitRequest: 'title',
  setTags: 'tags',
  startCall: 'name page',
  startChat: 'clientMessageId name page text',
  suggestCompanies: 'search',
  suggestGroups: 'search',
  suggestTags: 'search',
  transferTask: 'reason',
  unfollowRequest: 'operatorId',
  uploadFile: 'name',
  uploadQuickReplyFile: 'name',
  uploadWidgetFile: 'name',
}

let server: TestServer
let scene: Scene
beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
  scene = await makeScene(server, { isWaiting: false })
})
afterAll(() => server.stop())

const all = Object.entries(api) as [EndpointName, Endpoint][]
const named = ({ path }: Field): string => path.filter((step) => step !== '*').join('.')
const accepted: Record<string, string> = {}

interface Input {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  version?: number
  file?: Uint8Array<ArrayBuffer>
}

/** Calls as somebody who may: a right call but for this one field. */
async function call(name: EndpointName, endpoint: Endpoint, field: Field, value: unknown) {
  const make = inputs[name] as ((scene: Scene) => Input | Promise<Input>) | undefined
  const right = (await make?.(scene)) ?? {}
  const input: Input = { ...right, [field.part]: withValue(right[field.part], field.path, value) }
  const address = createCaller({ ...deskRoutes, ...widgetRoutes }, { baseUrl: server.url }).url(name, input as never)
  const isVisitor = endpoint.access === 'visitor'
  const type = endpoint.raw === 'upload' ? 'application/octet-stream' : 'application/json'
  const answer = await fetch(address, {
    method: endpoint.method,
    headers: {
      ...(isVisitor ? { authorization: `Visitor ${scene.visitor.token}` } : { cookie: scene.admin.cookie }),
      ...(input.version === undefined ? {} : { 'if-match': String(input.version) }),
      ...(endpoint.method === 'GET' ? {} : { 'content-type': type }),
    },
    ...(endpoint.method === 'GET' ? {} : { body: input.file ?? JSON.stringify(input.body ?? {}) }),
  })
  const text = await answer.text()
  if (answer.ok && changing.has(name)) scene = await makeScene(server, { isWaiting: false })
  return { ok: answer.ok, status: answer.status, text }
}

/** Every text in the database. */
async function allStored(): Promise<string[]> {
  const { read, t } = server.services.store
  const rows: unknown[] = []
  for (const table of Object.values(t)) rows.push(await read.select().from(table as typeof t.customers))
  return textsIn(rows)
}

/** What is wrong with an answer: a refusal that is none, or a text that is kept as another one. */
async function problemOf(where: string, answer: Awaited<ReturnType<typeof call>>, text?: string): Promise<string[]> {
  if (!answer.ok) {
    const isRefusal = answer.status < 500 && errorEnvelope.safeParse(JSON.parse(answer.text)).success
    return isRefusal ? [] : [`${answer.status} ${answer.text.slice(0, 200)}`]
  }
  if (text === undefined || notStored.test(where)) return []
  const kept = text.replaceAll('\u0000', '').toWellFormed()
  if (textsIn(JSON.parse(answer.text)).includes(kept) || (await allStored()).includes(kept)) return []
  return [`${text} is kept as another text`]
}

/** Gives every value to a field, one call each. */
async function tryField(name: EndpointName, endpoint: Endpoint, field: Field): Promise<string[]> {
  const where = `${name}.${named(field)}`
  const problems: string[] = []
  if (field.kind === 'number')
    for (const value of numbers) problems.push(...(await problemOf(where, await call(name, endpoint, field, value))))
  else
    for (const [kind, text] of Object.entries(texts)) {
      // An address has no half characters: they cannot be written in UTF-8.
      if (kind === 'half a character' && field.part !== 'body') continue
      const answer = await call(name, endpoint, field, text)
      if (answer.ok && kind === 'SQL') accepted[name] = `${accepted[name] ?? ''} ${named(field)}`.trim()
      problems.push(...(await problemOf(where, answer, text)))
    }
  return problems.map((problem) => `${where}: ${problem}`)
}

test.each(all.filter(([, endpoint]) => fieldsOf(endpoint).length > 0))(
  '%s',
  { timeout: 60_000 },
  async (name, endpoint) => {
    if (changing.has(name)) scene = await makeScene(server, { isWaiting: false })
    const problems: string[] = []
    for (const field of fieldsOf(endpoint)) problems.push(...(await tryField(name, endpoint, field)))
    expect(problems).toEqual([])
  },
)

test('texts were refused by no other field than ids and the like', () => {
  const sorted = Object.entries(accepted).map(([name, fields]) => [name, fields.split(' ').toSorted().join(' ')])
  expect(Object.fromEntries(sorted)).toEqual(open)
})

test('every table is still there, and nothing in it was run', async () => {
  const { read, t } = server.services.store
  for (const table of Object.values(t)) await read.$count(table)
  expect(await read.$count(t.operators)).toBeGreaterThanOrEqual(staff.length)
  const names = (await read.select({ name: t.customers.name }).from(t.customers)).map(({ name }) => name)
  expect(names).toContain(texts.SQL)
})
