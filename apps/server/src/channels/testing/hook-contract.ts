import { request } from 'node:http'
import { eq } from '../../db/drizzle.ts'
import { expect, test } from 'vitest'
import { takeIntake } from '../../modules/channels/index.ts'
import { type ChannelFixtures, type Scene, type Sent, storedIntakes, switchOn } from './contract-scene.ts'

const post = async (scene: Scene, { body, headers }: Sent, channelId = scene.channelId): Promise<number> => {
  const answer = await fetch(`${scene.server.url}/hook/${channelId}`, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
  })
  await answer.arrayBuffer()
  return answer.status
}

/** Sends the head and half of the body, then hangs up. */
const postHalf = (scene: Scene, { body, headers }: Sent): Promise<void> =>
  new Promise((resolve) => {
    const call = request(`${scene.server.url}/hook/${scene.channelId}`, {
      method: 'POST',
      headers: { ...headers, 'content-length': body.length },
    })
    call.on('error', () => resolve())
    call.write(body.subarray(0, Math.floor(body.length / 2)), () => setTimeout(() => call.destroy(), 20))
  })

const sign = ({ opened, server }: Scene, things: readonly number[], at = server.clock.now()): Sent => {
  const made = opened.sign?.(things, at)
  if (!made) throw new Error('the kind signs nothing')
  return made
}
/** In one delivery, or one after the other where the other side sends nothing together. */
async function deliver(scene: Scene, things: readonly number[]): Promise<number> {
  const deliveries = scene.opened.isSingle === true ? things.map((thing) => [thing]) : [things]
  const statuses = new Set<number>()
  for (const one of deliveries) statuses.add(await post(scene, sign(scene, one)))
  return Math.max(...statuses)
}
const outcome = async (fixtures: ChannelFixtures, { server }: Scene): Promise<unknown> => {
  await server.settle()
  return fixtures.outcome(server)
}

/** What every kind that is delivered to by hooks must do. */
export function describeHooks(fixtures: ChannelFixtures, scene: () => Scene): void {
  describeTaking(fixtures, scene)
  describeDying(fixtures, scene)
  describeRefusing(fixtures, scene)
}

function describeTaking(fixtures: ChannelFixtures, scene: () => Scene): void {
  test('hook: what is delivered is taken', async () => {
    expect(await deliver(scene(), [1, 2])).toBe(200)
    expect(await outcome(fixtures, scene())).toEqual(fixtures.expected([1, 2]))
    expect(await scene().read()).toMatchObject({ health: 'ok', failedIntakes: 0 })
  })

  test('hook: a duplicate is answered and taken once, also at the same moment', async () => {
    const sent = sign(scene(), [1])
    expect(await Promise.all([post(scene(), sent), post(scene(), sent), post(scene(), sent)])).toEqual([200, 200, 200])
    await scene().server.settle()
    // Later, signed anew, together with something new.
    expect(await deliver(scene(), [1, 2])).toBe(200)
    expect(await outcome(fixtures, scene())).toEqual(fixtures.expected([1, 2]))
    expect(await storedIntakes(scene())).toHaveLength(2)
  })

  test('hook: the order does not matter', async () => {
    for (const thing of [3, 1, 2]) expect(await post(scene(), sign(scene(), [thing]))).toBe(200)
    expect(await outcome(fixtures, scene())).toEqual(fixtures.expected([1, 2, 3]))
  })

  test('hook: what cannot be read is kept for a person, once, and stops nothing', async () => {
    const { opened, server, admin, channelId } = scene()
    const broken = opened.signBody?.(Buffer.from('{"half":'), server.clock.now())
    if (!broken) return
    expect([await post(scene(), broken), await post(scene(), broken), await post(scene(), sign(scene(), [1]))]).toEqual(
      [200, 200, 200],
    )
    expect(await outcome(fixtures, scene())).toEqual(fixtures.expected([1]))
    const { items } = await admin.call('listFailedIntakes', { params: { channelId } })
    expect(items).toMatchObject([{ state: 'failed', tries: 1 }])
    expect(await scene().read()).toMatchObject({ failedIntakes: 1 })
  })
}

function describeDying(fixtures: ChannelFixtures, scene: () => Scene): void {
  test('hook: a restart between storing and taking loses nothing', async () => {
    // This process takes nothing any more; another one finds the owed jobs.
    await scene().server.app.jobs.stop()
    expect(await deliver(scene(), [1, 2])).toBe(200)
    expect(await storedIntakes(scene())).toMatchObject([{ state: 'received' }, { state: 'received' }])
    const next = await scene().server.another()
    await next.settle()
    expect(await fixtures.outcome(scene().server)).toEqual(fixtures.expected([1, 2]))
  })

  test('hook: taken twice, by a process that died before it could say so, happens once', async () => {
    const { store, clock } = scene().server.services
    await scene().server.app.jobs.stop()
    expect(await post(scene(), sign(scene(), [1]))).toBe(200)
    const [owed] = await store.read.select().from(store.t.jobs).where(eq(store.t.jobs.kind, takeIntake))
    const before = await storedIntakes(scene())
    const next = await scene().server.another()
    await next.settle()
    await store.transact(async (tx) => {
      await tx
        .update(tx.t.intakes)
        .set({ state: 'received', raw: before[0]?.raw ?? null })
        .where(eq(tx.t.intakes.id, before[0]?.id ?? ''))
      if (owed) await tx.insert(tx.t.jobs).values({ ...owed, state: 'due', runAt: clock.now() })
    })
    await next.settle()
    expect(await fixtures.outcome(next)).toEqual(fixtures.expected([1]))
    expect(await storedIntakes(scene())).toMatchObject([{ state: 'done', raw: null }])
  })
}

function describeRefusing(fixtures: ChannelFixtures, scene: () => Scene): void {
  test('hook: too long is refused and leaves nothing', async () => {
    const { rawBytes } = scene().opened.kind.limits
    const { headers } = sign(scene(), [1])
    expect(await post(scene(), { body: Buffer.alloc(rawBytes + 1, 'x'), headers })).toBe(413)
    expect(await storedIntakes(scene())).toEqual([])
  })

  test('hook: forged is refused and leaves nothing', async () => {
    const { body, headers } = sign(scene(), [1])
    const changed = Buffer.from(body)
    changed[changed.length - 2] = (changed[changed.length - 2] ?? 0) ^ 1
    const stale = sign(scene(), [1], scene().server.clock.now() - 3_600_000)
    const unsigned = scene().opened.signsInBody === true ? [] : [{ body, headers: {} }]
    for (const forged of [...unsigned, { body: changed, headers }, stale]) expect(await post(scene(), forged)).toBe(401)
    expect(await storedIntakes(scene())).toEqual([])
    // Whoever knocks without the secret cannot make a channel look ill.
    expect(await scene().read()).toMatchObject({ problem: null })
  })

  test('hook: half a delivery leaves nothing, and the whole one after it is taken once', async () => {
    const sent = sign(scene(), [1])
    await postHalf(scene(), sent)
    expect(await storedIntakes(scene())).toEqual([])
    expect(await post(scene(), sent)).toBe(200)
    expect(await outcome(fixtures, scene())).toEqual(fixtures.expected([1]))
  })

  test('hook: a channel that is off, removed or none takes nothing', async () => {
    const { admin, channelId } = scene()
    expect(await post(scene(), sign(scene(), [1]), 'no-such-channel')).toBe(404)
    await switchOn(scene(), false)
    expect(await post(scene(), sign(scene(), [1]))).toBe(404)
    await admin.call('removeChannel', { params: { channelId } })
    expect(await post(scene(), sign(scene(), [1]))).toBe(404)
    expect(await storedIntakes(scene())).toEqual([])
  })
}
