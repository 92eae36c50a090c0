import { relayUrls } from '@care/domain/calls'
import { relayLogin } from '../../modules/calls/index.ts'
import { type Access, ChannelTrouble } from '../channel.ts'
import { openStunLine, type StunLine, type StunPlace } from './stun-line.ts'
import { overUdp, stunAttributes, stunError, stunMethods, type StunMessage, writeStun } from './stun-message.ts'

/**
 * Asks each server what a browser would: STUN for its own address, TURN by every way that is set for a relay under our
 * secret, which is given back at once. Throws ChannelTrouble with the address that failed.
 */
export async function testRelays({ settings, secrets, signal }: Access): Promise<void> {
  const { stunUrls, turnUrls } = relayUrls(settings)
  if (stunUrls.length + turnUrls.length === 0) throw new ChannelTrouble('BROKEN', 'no server is set')
  const secret = secrets['turnSecret'] ?? ''
  if (turnUrls.length > 0 && secret === '')
    throw new ChannelTrouble('WRONG_CREDENTIALS', 'the TURN server has no secret')
  for (const url of [...stunUrls, ...turnUrls]) {
    const line = await openStunLine(placeOf(url), signal).catch((error: unknown) => {
      throw withAddress(url, error)
    })
    try {
      await (url.startsWith('stun') ? askAddress(line) : askRelay(line, secret))
    } catch (error) {
      throw withAddress(url, error)
    } finally {
      line.close()
    }
  }
}

/** Of our own making: `stun:host:port` or `turn(s):host:port?transport=…`. */
function placeOf(url: string): StunPlace {
  const [, scheme, host = '', port, transport] = /^(stun|turns?):(.+):(\d+)(?:\?transport=(\w+))?$/.exec(url) ?? []
  return { host, port: Number(port), transport: scheme === 'turns' ? 'tls' : transport === 'tcp' ? 'tcp' : 'udp' }
}

/** The problem stays what it was; its words say where. */
function withAddress(url: string, error: unknown): unknown {
  if (error instanceof ChannelTrouble)
    return new ChannelTrouble(error.problem, `${url}: ${error.message}`, { cause: error })
  return error instanceof Error ? new Error(`${url}: ${error.message}`, { cause: error }) : error
}

function expectWell(answer: StunMessage, method: number): void {
  if (answer.type === (method | 0x100)) return
  const { code, reason } = stunError(answer) ?? { code: 0, reason: `an answer of type ${answer.type}` }
  const isLogin = code === 401 || code === 403 || code === 441
  throw new ChannelTrouble(isLogin ? 'WRONG_CREDENTIALS' : 'BAD_ANSWER', `${code} ${reason}`)
}

async function askAddress(line: StunLine): Promise<void> {
  expectWell(await line.ask(writeStun(stunMethods.binding, [])), stunMethods.binding)
}

async function askRelay(line: StunLine, secret: string): Promise<void> {
  const transport = [stunAttributes.requestedTransport, overUdp] as [number, Buffer]
  // The first is refused on purpose: its answer has the realm and the nonce (RFC 8489 9.2.3).
  const asked = await line.ask(writeStun(stunMethods.allocate, [transport]))
  const realm = asked.attributes.get(stunAttributes.realm)
  const nonce = asked.attributes.get(stunAttributes.nonce)
  if (stunError(asked)?.code !== 401 || !realm || !nonce)
    throw new ChannelTrouble('BAD_ANSWER', 'it does not ask for a name and a password')
  const { username, credential } = relayLogin(secret, 'test', Date.now())
  const login = { username, password: credential, realm: realm.toString('utf8') }
  const named = [
    [stunAttributes.username, Buffer.from(username)],
    [stunAttributes.realm, realm],
    [stunAttributes.nonce, nonce],
  ] as [number, Buffer][]
  expectWell(await line.ask(writeStun(stunMethods.allocate, [transport, ...named], login)), stunMethods.allocate)
  line.say(writeStun(stunMethods.refresh, [[stunAttributes.lifetime, Buffer.alloc(4)], ...named], login))
}
