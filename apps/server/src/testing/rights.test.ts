import type { CallInput } from '@care/client'
import { api, type EndpointName } from '@care/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, type TestServer } from './boot-server.ts'
import { inputs, makeScene, outcomeOf, type Scene } from './rights-scene.ts'
import { type Caller, callers, rights } from './rights.table.ts'

let server: TestServer
let shared: Scene
const cookies = new Map<Caller, string>()
const people = { operator: 'anna', foreigner: 'fiona', dispatcher: 'dora', supervisor: 'vera', admin: 'admin' } as const

beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
  shared = await makeScene(server, { isWaiting: false })
  for (const [caller, id] of Object.entries(people)) cookies.set(caller as Caller, (await server.signIn(id)).cookie)
})
afterAll(() => server.stop())

/** Endpoints about work that nobody has yet. */
const onWaiting = new Set<EndpointName>(['takeNext', 'takeTask', 'acceptOffer', 'declineOffer'])
/** After these the talk is another one: each caller to whom one is granted leaves a new scene to the next. */
const changing = new Set<EndpointName>([
  ...onWaiting,
  ...([
    'returnTask',
    'transferTask',
    'snoozeRequest',
    'endActivity',
    'deleteMessage',
    'moveActivity',
    'moveToCustomer',
    'splitRequest',
    'linkRequest',
    'unlinkRequest',
    'undoRequestMerge',
    'moveStage',
    'assignRequest',
    'closeRequest',
    'reopenRequest',
    'leaveChat',
    'rateChat',
    'revokeSession',
  ] as const),
])

async function headersOf(name: EndpointName, caller: Caller, scene: Scene): Promise<Record<string, string>> {
  if (caller === 'nobody') return {}
  if (caller === 'visitor') return { authorization: `Visitor ${scene.visitor.token}` }
  // A session that ends with the call is one of its own.
  const endsSession = name === 'signOut' || name === 'leaveDesk'
  const cookie = endsSession ? (await server.signIn(people[caller])).cookie : cookies.get(caller)
  return { cookie: cookie ?? '' }
}

test('the table names every endpoint', () => {
  expect(Object.keys(rights)).toEqual(expect.arrayContaining(Object.keys(api)))
  expect(Object.keys(rights)).toHaveLength(Object.keys(api).length)
})

test.each(Object.keys(api) as EndpointName[])('%s', async (name) => {
  const outcomes: Partial<Record<Caller, string>> = {}
  const fresh = () => makeScene(server, { isWaiting: onWaiting.has(name) })
  let scene = changing.has(name) ? await fresh() : shared
  for (const caller of callers) {
    const input = ((await (inputs[name] as ((scene: Scene) => unknown) | undefined)?.(scene)) ??
      {}) as CallInput<EndpointName>
    const outcome = await outcomeOf(server.url, name, input, await headersOf(name, caller, scene))
    outcomes[caller] = outcome
    if (outcome === 'ok' && changing.has(name)) scene = await fresh()
  }
  expect(outcomes).toEqual(rights[name])
})
