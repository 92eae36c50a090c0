import { expect, test } from 'vitest'
import { type ChannelFixtures, type Scene, switchOn } from './contract-scene.ts'

const linkOf = ({ opened }: Scene) => {
  if (!opened.link) throw new Error('the kind does not connect')
  return opened.link
}
const count = (scene: Scene): number => linkOf(scene).count(scene.channelId)
const look = ({ server }: Pick<Scene, 'server'>): Promise<void> => server.app.connectors.look()

/** Looks after the connections until what is checked is so. */
const eventually = (scene: Scene, check: () => Promise<void> | void) => {
  const tried = async (): Promise<string> => {
    await look(scene)
    try {
      await check()
      return 'as expected'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  return expect.poll(tried, { timeout: 10_000, interval: 20 }).toBe('as expected')
}

/** What every kind that keeps a connection must do. */
export function describeLink(fixtures: ChannelFixtures, scene: () => Scene): void {
  describeLosing(fixtures, scene)
  describeEnding(scene)
}

function describeLosing(fixtures: ChannelFixtures, scene: () => Scene): void {
  test('link: it connects, and what comes twice or in another order is taken once', async () => {
    await eventually(scene(), () => expect(count(scene())).toBe(1))
    for (const things of [[3], [1, 2], [1], [3, 2]]) await linkOf(scene()).deliver(scene().channelId, things)
    await scene().server.settle()
    expect(await fixtures.outcome(scene().server)).toEqual(fixtures.expected([1, 2, 3]))
    await eventually(scene(), async () => expect(await scene().read()).toMatchObject({ health: 'ok' }))
  })

  test('link: lost, it connects again after a pause', async () => {
    await eventually(scene(), () => expect(count(scene())).toBe(1))
    linkOf(scene()).cut(scene().channelId)
    await eventually(scene(), async () => expect(await scene().read()).toMatchObject({ health: 'trouble' }))
    scene().server.clock.advance(1_000)
    await eventually(scene(), () => expect(count(scene())).toBe(1))
    await eventually(scene(), async () => expect(await scene().read()).toMatchObject({ health: 'ok', problem: null }))
  })

  test('link: refused, it waits for other settings', async () => {
    const { server, admin, channelId, opened, read } = scene()
    await eventually(scene(), () => expect(count(scene())).toBe(1))
    linkOf(scene()).refuse(true)
    linkOf(scene()).cut(channelId)
    server.clock.advance(1_000)
    await eventually(scene(), async () =>
      expect(await read()).toMatchObject({ health: 'refused', problem: 'WRONG_CREDENTIALS' }),
    )
    linkOf(scene()).refuse(false)
    server.clock.advance(600_000)
    await expect.poll(() => count(scene())).toBe(0)
    for (let tries = 0; tries < 3; tries++) await look(scene())
    expect(count(scene())).toBe(0)
    const version = (await read())?.version ?? 0
    await admin.call('editChannel', { params: { channelId }, version, body: { secrets: opened.secrets } })
    await eventually(scene(), () => expect(count(scene())).toBe(1))
  })
}

function describeEnding(scene: () => Scene): void {
  test('link: switched off or removed, it ends', async () => {
    const { admin, channelId } = scene()
    await eventually(scene(), () => expect(count(scene())).toBe(1))
    await switchOn(scene(), false)
    await eventually(scene(), () => expect(count(scene())).toBe(0))
    await switchOn(scene(), true)
    await eventually(scene(), () => expect(count(scene())).toBe(1))
    await admin.call('removeChannel', { params: { channelId } })
    await eventually(scene(), () => expect(count(scene())).toBe(0))
  })

  test('link: of two processes one has it, and the other takes over when it stops', async () => {
    await eventually(scene(), () => expect(count(scene())).toBe(1))
    const other = await scene().server.another()
    await other.app.connectors.look()
    expect(count(scene())).toBe(1)
    await scene().server.app.connectors.stop()
    // The other side hears of an end a moment later.
    await expect.poll(() => count(scene())).toBe(0)
    await other.app.connectors.look()
    await expect.poll(() => count(scene()), { timeout: 5_000 }).toBe(1)
  })
}
