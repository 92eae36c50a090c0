import type { Settings } from '@care/domain/channels'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { ChannelKind } from '../channel.ts'

/** One delivery as the other side would send it. */
export interface Sent {
  body: Uint8Array
  headers: Record<string, string>
}

/** What a kind brings to be held against the contract. Things are numbered; each has a name of its own on the other side. */
export interface ChannelFixtures {
  /** Fresh for each test. */
  open(): {
    kind: ChannelKind
    settings: Settings
    secrets: Record<string, string>
    /** Of a kind that takes hooks: these things in one delivery, signed at an instant (epoch ms). */
    sign?(things: readonly number[], at: number): Sent
    /** It sends one thing in each delivery. */
    isSingle?: boolean
    /** Its signature is no header but stands in the body. */
    signsInBody?: boolean
    /** A body that is of the other side and says nothing that can be read, signed. */
    signBody?(body: Uint8Array, at: number): Sent
    /** Of a kind whose other side knows by its key what was sent again: the texts that have reached it. */
    sent?(): string[]
    /** Of a kind that connects: its other side. */
    link?: {
      /** How many connections of the channel are open. */
      count(channelId: string): number
      /** Resolves when the channel says that it has them. */
      deliver(channelId: string, things: readonly number[]): Promise<void>
      cut(channelId: string): void
      /** Its answer to the right password from now on. */
      refuse(isRefusing: boolean): void
    }
  }
  /** What has come of it in the product, in an order of its own: the same whatever order it came in. */
  outcome(server: Pick<TestServer, 'services'>): Promise<unknown>
  /** What `outcome` is when these things were taken once each. */
  expected(things: readonly number[]): unknown
}

/** A server with a channel of the kind that is on. */
export async function openScene(fixtures: ChannelFixtures) {
  const opened = fixtures.open()
  const server = await bootServer({ kinds: [opened.kind] })
  const admin = await server.signIn('admin')
  const { settings, secrets } = opened
  const body = { kind: opened.kind.kind, name: 'Ours', settings, secrets }
  const { id: channelId } = await admin.call('addChannel', { body })
  await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
  const read = async () => (await admin.call('listChannels')).items.find(({ id }) => id === channelId)
  return { opened, server, admin, channelId, read }
}
export type Scene = Awaited<ReturnType<typeof openScene>>

export const switchOn = ({ admin, channelId }: Pick<Scene, 'admin' | 'channelId'>, isOn: boolean) =>
  admin.call('switchChannel', { params: { channelId }, body: { isOn } })
export const storedIntakes = ({ server }: Scene) =>
  server.services.store.read.select().from(server.services.store.t.intakes)
