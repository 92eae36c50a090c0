import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { dayMs, hourMs } from '@care/domain'
import { recordingFetchLeaseMs } from '@care/domain/phone'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system } from '../../kernel/actor.ts'
import { claimPhoneRecording } from '../../modules/phone/index.ts'
import { streamedWebm } from '../../testing/webm.ts'
import { signatureOf } from '../signature.ts'
import { mangoSign } from './dialects/mango.ts'
import { openPhoneScene, phoneSecret, type PhoneScene } from './testing/phone-scene.ts'

let scene: PhoneScene
let sound: Uint8Array<ArrayBuffer>
const pbx = openRecordingStore()

beforeEach(async () => {
  await pbx.listen()
  sound = (await streamedWebm(3_000, 1))[0] ?? new Uint8Array()
  pbx.answer = (_, res) => void res.writeHead(200, { 'content-type': 'audio/webm' }).end(sound)
})
afterEach(async () => {
  await scene.server.stop()
  await pbx.stop()
})

/** A phone system's files over HTTP. */
function openRecordingStore() {
  const asked: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[] = []
  const store = {
    asked,
    url: '',
    answer: (_: IncomingMessage, res: ServerResponse): void => void res.end(),
    async listen() {
      asked.length = 0
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const address = server.address()
      store.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    },
    async stop() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => void chunks.push(chunk))
    req.on('end', () => {
      const { method = '', url = '', headers } = req
      asked.push({ method, path: url, headers, body: Buffer.concat(chunks).toString() })
      store.answer(req, res)
    })
  })
  return store
}

interface Setting {
  settings?: Record<string, string | number | boolean>
  records?: boolean
}
async function begin({ settings = {}, records = true }: Setting = {}): Promise<void> {
  scene = await openPhoneScene({ announcesRecording: true, recordingsUrl: `${pbx.url}/rec`, ...settings })
  await scene.server.services.store.transact((tx) => tx.update(tx.t.queues).set({ recordsCalls: records }))
}

const event = (type: string, more: Record<string, unknown> = {}) => ({
  id: `${type}-${JSON.stringify(more)}`,
  call: 'c1',
  type,
  from: '+48601234567',
  direction: 'in',
  leg: 'a',
  agent: '101',
  at: scene.server.clock.now(),
  ...more,
})
const recorded = (more: Record<string, unknown> = {}) =>
  event('recording', { recordingUrl: `${pbx.url}/rec/1.webm`, ...more })
const talked = () => scene.tell(event('answered'), event('ended'))
const stateOf = async () => {
  const { phoneCalls } = await scene.rows()
  const { recordingState: state, recordingProblem: problem, recordingTries: tries } = phoneCalls[0] ?? {}
  return { state, problem, tries }
}
const kept = () => {
  const { read, t } = scene.server.services.store
  return read.select().from(t.callRecordings)
}
async function setToken(recordingsToken: string): Promise<void> {
  const channelId = scene.channelId
  const version = (await scene.admin.call('listChannels')).items.find(({ id }) => id === channelId)?.version ?? 0
  await scene.admin.call('editChannel', { params: { channelId }, body: { secrets: { recordingsToken } }, version })
}
/** Lets so much time go by, with what is due then. */
async function later(ms: number): Promise<void> {
  scene.server.clock.advance(ms)
  await scene.server.sweep()
  await scene.server.settle()
}

describe('a recording of a phone system', () => {
  test('is fetched once, whatever is delivered twice, and is heard, audited and erased as any other', async () => {
    await begin()
    await talked()
    await scene.tell(recorded())
    await scene.tell(recorded(), recorded({ id: 'again' }))
    expect(await stateOf()).toEqual({ state: 'kept', problem: null, tries: 1 })
    expect(pbx.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /rec/1.webm'])
    const [activity] = (await scene.rows()).activities
    const callId = activity?.id ?? ''
    const vera = await scene.server.signIn('vera')
    const { recording } = await vera.call('getCall', { params: { callId } })
    expect(recording).toMatchObject({ origin: 'phone', state: 'ready', ms: 2_980, canListen: true })
    const heard = await fetch(`${scene.server.url}/api/calls/${callId}/recording/sound`, {
      headers: { cookie: vera.cookie },
    })
    expect(Buffer.from(await heard.arrayBuffer()).equals(Buffer.from(sound))).toBe(true)
    const { read, t } = scene.server.services.store
    expect(await read.select().from(t.auditEntries)).toMatchObject([{ kind: 'recording.listened', subjectId: callId }])
    await later(90 * dayMs)
    expect(await kept()).toMatchObject([{ state: 'erased', fileId: null }])
  })

  test('that is told of before the end waits for it', async () => {
    await begin()
    await scene.tell(recorded())
    await scene.tell(event('answered'))
    expect([await stateOf(), pbx.asked.length]).toEqual([{ state: null, problem: null, tries: 0 }, 0])
    await scene.tell(event('ended'))
    expect(await stateOf()).toMatchObject({ state: 'kept' })
  })

  test('that comes hours after the end is fetched then', async () => {
    await begin()
    await talked()
    await later(5 * hourMs)
    await scene.tell(recorded({ recordingSeconds: 7 }))
    expect(await kept()).toMatchObject([{ state: 'ready', ms: 7_000 }])
  })

  test('is asked for with a signature over its address, and with the token that is set', async () => {
    await begin()
    await setToken('let us in')
    await talked()
    await scene.tell(event('recording', { recordingId: 'a b' }))
    const { headers = {}, path = '' } = pbx.asked[0] ?? {}
    expect([path, headers.authorization]).toEqual(['/rec/a%20b', 'Bearer let us in'])
    const seconds = String(headers['x-timestamp'])
    const address = Buffer.from(`${pbx.url}/rec/a%20b`)
    expect(headers['x-signature']).toBe(signatureOf(phoneSecret, seconds, address))
  })

  test('that is not there yet is asked for again, later and later', async () => {
    await begin()
    const there = pbx.answer
    pbx.answer = (_, res) => void res.writeHead(404).end()
    await talked()
    await scene.tell(recorded())
    expect(await stateOf()).toEqual({ state: 'owed', problem: 'BAD_ANSWER', tries: 1 })
    await later(14_000)
    expect(pbx.asked).toHaveLength(1)
    await later(2_000)
    expect(await stateOf()).toMatchObject({ state: 'owed', tries: 2 })
    pbx.answer = there
    await later(31_000)
    expect(await stateOf()).toEqual({ state: 'kept', problem: null, tries: 3 })
    expect((await scene.admin.call('listChannels')).items).toMatchObject([{ problem: null }])
  })

  test('that never comes is given up after a day, and its call says so', async () => {
    await begin()
    pbx.answer = (_, res) => void res.writeHead(404).end()
    await talked()
    await scene.tell(recorded())
    for (let i = 0; i < 20; i += 1) await later(4 * hourMs)
    expect(await stateOf()).toEqual({ state: 'failed', problem: 'BAD_ANSWER', tries: 15 })
    expect(await kept()).toMatchObject([{ origin: 'phone', state: 'failed', fileId: null }])
    const { read, t } = scene.server.services.store
    const told = await read.select().from(t.events).where(eq(t.events.type, 'phone.recordingNotKept'))
    expect(told).toMatchObject([{ facts: { problem: 'BAD_ANSWER' } }])
  })

  test('is left where it is when the queue keeps none, or the phone system does not announce it', async () => {
    await begin({ records: false })
    await talked()
    await scene.tell(recorded())
    expect(await stateOf()).toEqual({ state: 'refused', problem: 'NOT_RECORDED', tries: 0 })
    expect([pbx.asked, await kept()]).toEqual([[], []])
    await scene.server.stop()
    await begin({ settings: { announcesRecording: false } })
    await talked()
    await scene.tell(recorded())
    expect(await stateOf()).toEqual({ state: 'refused', problem: 'NOT_ANNOUNCED', tries: 0 })
    expect([pbx.asked, await kept()]).toEqual([[], []])
  })

  test.each<[string, string]>([
    ['another host', 'http://169.254.169.254/rec/1'],
    ['another port', 'http://127.0.0.1:1/rec/1'],
    ['a place beside it', '/elsewhere/1'],
    ['a place above it', '/rec/../secret'],
    ['somebody’s login', 'http://me:word@127.0.0.1/rec/1'],
    ['a file', 'file:///etc/passwd'],
  ])('at %s is never asked for', async (_name, at) => {
    await begin()
    await talked()
    await scene.tell(event('recording', { recordingUrl: at.startsWith('/') ? pbx.url + at : at }))
    expect(await stateOf()).toEqual({ state: 'failed', problem: 'WRONG_HOST', tries: 1 })
    expect(pbx.asked).toEqual([])
  })

  test('that leads elsewhere, is too large or is no sound is none', async () => {
    await begin()
    const answers: [string, typeof pbx.answer][] = [
      ['WRONG_HOST', (_, res) => void res.writeHead(302, { location: `${pbx.url}/rec/2.webm` }).end()],
      [
        'TOO_LARGE',
        (_, res) => res.writeHead(200, { 'content-length': String(600 * 1024 * 1024) }).write('RIFF') as never,
      ],
      ['NO_SOUND', (_, res) => void res.writeHead(200).end('<html>Please sign in</html>')],
    ]
    for (const [i, [problem, answer]] of answers.entries()) {
      pbx.answer = answer
      const call = `c-${i}`
      await scene.tell(event('answered', { call }), event('ended', { call }), recorded({ call }))
      const row = (await scene.rows()).phoneCalls.find(({ callId }) => callId === call)
      expect(row).toMatchObject({ recordingState: 'failed', recordingProblem: problem })
    }
    expect(pbx.asked).toHaveLength(3)
  })

  test('that breaks off half way is asked for again', async () => {
    await begin()
    const there = pbx.answer
    pbx.answer = (_, res) => {
      res.writeHead(200, { 'content-length': String(sound.length) })
      res.write(sound.subarray(0, 100), () => res.destroy())
    }
    await talked()
    await scene.tell(recorded())
    expect(await stateOf()).toMatchObject({ state: 'owed', problem: 'BROKE_OFF' })
    pbx.answer = there
    await later(16_000)
    expect(await stateOf()).toMatchObject({ state: 'kept' })
  })

  test('of a process that died while it fetched is left to the next, when its time is over', async () => {
    await begin({ records: false })
    await talked()
    const key = { channelId: scene.channelId, callId: 'c1' }
    const { store, execute } = scene.server.services
    await scene.tell(recorded())
    // As the process that died left it: owed, its job taken, the fetching begun.
    await store.transact(async (tx) => {
      await tx.update(tx.t.queues).set({ recordsCalls: true })
      await tx.update(tx.t.phoneCalls).set({ recordingState: 'owed', recordingProblem: null })
    })
    expect(await execute(claimPhoneRecording, system, key)).toMatchObject({ url: `${pbx.url}/rec/1.webm` })
    expect(await execute(claimPhoneRecording, system, key)).toBeNull()
    await scene.server.settle()
    expect(pbx.asked).toEqual([])
    await later(recordingFetchLeaseMs + 1_000)
    expect(await stateOf()).toEqual({ state: 'kept', problem: null, tries: 2 })
  })

  test('a secret that is wrong is said with the channel, and the one that is right fetches it', async () => {
    await begin()
    const there = pbx.answer
    pbx.answer = (req, res) =>
      req.headers.authorization === 'Bearer the new one' ? there(req, res) : void res.writeHead(401).end()
    await talked()
    await scene.tell(recorded())
    expect(await stateOf()).toMatchObject({ state: 'owed', problem: 'WRONG_CREDENTIALS' })
    expect((await scene.admin.call('listChannels')).items).toMatchObject([{ problem: 'WRONG_CREDENTIALS' }])
    await setToken('the new one')
    await later(16_000)
    expect(await stateOf()).toMatchObject({ state: 'kept' })
    expect((await scene.admin.call('listChannels')).items).toMatchObject([{ problem: null }])
  })
})

describe('each make is asked in its own way', () => {
  test('asterisk by ARI, where it has stored it', async () => {
    await begin({ settings: { dialect: 'asterisk', recordingsUrl: '', ariUrl: `${pbx.url}/ari`, ariUser: 'care' } })
    await talked()
    await scene.tell(event('recording', { recordingId: 'care-1700.1' }))
    const { path, headers } = pbx.asked[0] ?? {}
    expect(path).toBe('/ari/recordings/stored/care-1700.1/file')
    expect(headers?.authorization).toBe(`Basic ${Buffer.from('care:').toString('base64')}`)
    expect(await stateOf()).toMatchObject({ state: 'kept' })
  })

  test('mango by a signed form, and then where that leads', async () => {
    const mango = { dialect: 'mango', mangoKey: 'key', mangoUrl: `${pbx.url}/vpbx` }
    await begin({ settings: mango })
    const there = pbx.answer
    pbx.answer = (req, res) =>
      req.method === 'POST' ? void res.writeHead(302, { location: '/file/1?once=2' }).end() : there(req, res)
    const send = async (fields: Record<string, unknown>) => {
      const json = JSON.stringify({ entry_id: 'c1', timestamp: Math.floor(scene.server.clock.now() / 1000), ...fields })
      const form = new URLSearchParams({ vpbx_api_key: 'key', sign: mangoSign('key', json, phoneSecret), json })
      const { status } = await scene.post('', form.toString(), { 'content-type': 'application/x-www-form-urlencoded' })
      expect(status).toBe(200)
      await scene.server.settle()
    }
    const leg = { call_id: 'leg', location: 'abonent', from: { number: '48601234567' }, to: { extension: '101' } }
    await send({ ...leg, seq: 1, call_state: 'Connected' })
    await send({ recording_id: 'rec-1', recording_state: 'Completed' })
    const now = Math.floor(scene.server.clock.now() / 1000)
    await send({ call_direction: 1, talk_time: now - 5, end_time: now, from: leg.from, to: leg.to })
    expect(await stateOf()).toEqual({ state: 'kept', problem: null, tries: 1 })
    const [order, file] = pbx.asked
    const fields = new URLSearchParams(order?.body)
    const json = fields.get('json') ?? ''
    expect([order?.path, JSON.parse(json)]).toEqual([
      '/vpbx/queries/recording/post',
      { recording_id: 'rec-1', action: 'download' },
    ])
    expect(fields.get('sign')).toBe(mangoSign('key', json, phoneSecret))
    expect([file?.method, file?.path, file?.headers.authorization]).toEqual(['GET', '/file/1?once=2', undefined])
  })
})
