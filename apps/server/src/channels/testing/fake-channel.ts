import type { SettingField } from '@care/domain/channels'
import { Readable } from 'node:stream'
import { system } from '../../kernel/actor.ts'
import { addCustomer } from '../../modules/customers/commands/add-customer.ts'
import {
  type Access,
  type CameIn,
  type ChannelKind,
  ChannelTrouble,
  type ConnectorTools,
  type Outgoing,
  Unreadable,
} from '../channel.ts'
import { isSigned } from '../signature.ts'

export interface FakeThing {
  id: string
  /** Becomes the name of a customer. */
  name: string
}
export const fakePassword = 'the fake’s password'
export const fakeSettings = { host: 'fake.example' }

/** The other side of fake channels: who is connected to it, what was sent to it, and what goes wrong there. */
export class FakeOtherSide {
  readonly sent: (Pick<Outgoing, 'key' | 'to' | 'text'> & { id: string })[] = []
  readonly connections = new Map<string, { tools: ConnectorTools; end(error?: Error): void }>()
  password = fakePassword
  isUp = true
  /** Does not answer at all. */
  isSilent = false
  connectTries = 0
  /** Things of these names cannot be taken, so many times more. */
  readonly failing = new Map<string, number>()
  taken = 0

  check({ secrets, signal }: Access): Promise<void> {
    if (this.isSilent)
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('given up'))))
    if (!this.isUp) return Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
    if (secrets['password'] === this.password) return Promise.resolve()
    return Promise.reject(new ChannelTrouble('WRONG_CREDENTIALS', `535 not the password: ${secrets['password']}`))
  }
  /** By the open connection. */
  async deliver(channelId: string, things: readonly FakeThing[]): Promise<void> {
    const connection = this.connections.get(channelId)
    if (!connection) throw new Error('nobody is connected')
    await connection.tools.receive(things.map(cameInOf))
  }
  cut(channelId: string): void {
    this.connections.get(channelId)?.end(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
  }
}

const cameInOf = (thing: FakeThing): CameIn => ({ externalId: thing.id, raw: Buffer.from(JSON.stringify(thing)) })

function readThing(raw: Uint8Array): FakeThing {
  const thing: unknown = JSON.parse(Buffer.from(raw).toString())
  if (typeof thing === 'object' && thing !== null && 'id' in thing && 'name' in thing)
    return { id: String(thing.id), name: String(thing.name) }
  throw new Error('no thing')
}

function connectTo(other: FakeOtherSide, { channelId }: Access, tools: ConnectorTools) {
  let end: (error?: Error) => void = () => {}
  const ended = new Promise<void>((resolve, reject) => (end = (error) => (error ? reject(error) : resolve())))
  const finish = (error?: Error): void => {
    if (other.connections.get(channelId) === connection) other.connections.delete(channelId)
    end(error)
  }
  const connection = { tools, end: finish }
  if (other.connections.has(channelId)) throw new Error('connected twice')
  other.connections.set(channelId, connection)
  return { ended, stop: async () => finish() }
}

const fields: readonly SettingField[] = [
  { id: 'host', kind: 'host', isRequired: true },
  { id: 'port', kind: 'number', standard: 993, min: 1, max: 65_535 },
  { id: 'password', kind: 'secret', isRequired: true },
  { id: 'way', kind: 'choice', choices: ['push', 'poll'], standard: 'push' },
  {
    id: 'everySeconds',
    kind: 'number',
    standard: 60,
    min: 5,
    max: 3_600,
    shownIf: { field: 'way', isOneOf: ['poll'] },
  },
  { id: 'isLoud', kind: 'yesNo', standard: false },
]

/** A kind of channel with everything, whose other side is in memory. What comes in by it becomes customers. */
export function createFakeChannel(): { kind: ChannelKind; other: FakeOtherSide } {
  const other = new FakeOtherSide()
  const kind: ChannelKind = {
    kind: 'fake',
    medium: 'messenger',
    abilities: {
      canSend: true,
      canEdit: false,
      canDelete: false,
      showsTyping: false,
      showsRead: false,
      canSendFiles: false,
      canHold: false,
      canTransfer: false,
    },
    limits: { text: 4_000, fileBytes: 1_000_000, filesPerMessage: 10, rawBytes: 256 * 1024 },
    fields,
    verify: (delivery, { secrets }) => isSigned(delivery, secrets['password']),
    parse: ({ body }) =>
      (JSON.parse(Buffer.from(body).toString()) as unknown[]).map((one) => cameInOf(one as FakeThing)),
    async take({ id, raw }, { execute }) {
      other.taken += 1
      let thing: FakeThing
      try {
        thing = readThing(raw)
      } catch (error) {
        throw new Unreadable('it is no thing', { cause: error })
      }
      const failures = other.failing.get(thing.name) ?? 0
      other.failing.set(thing.name, failures - 1)
      if (failures > 0) throw new Error('the house is not ready for it')
      await execute(addCustomer, system, { name: thing.name }, { idempotencyKey: `intake:${id}` })
    },
    async send({ key, to, text }, access) {
      await other.check(access)
      const known = other.sent.find((one) => one.key === key)
      const id = known?.id ?? `sent-${other.sent.length + 1}`
      if (!known) other.sent.push({ key, to, text, id })
      return { externalId: id }
    },
    async fetchFile(reference, access) {
      await other.check(access)
      return Readable.from([`file ${reference}`])
    },
    test: (access) => other.check(access),
    async connect(access, tools) {
      other.connectTries += 1
      await other.check(access)
      return connectTo(other, access, tools)
    },
  }
  return { kind, other }
}
