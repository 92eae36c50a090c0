import { resolve } from 'node:path'
import { readKey } from './kernel/secrets.ts'

export interface DemoPerson {
  name: string
  email: string
  password: string
  role: 'operator' | 'dispatcher' | 'supervisor' | 'admin'
}

export interface Config {
  isDemo: boolean
  host: string
  port: number
  dataDir: string
  /** Path of an SQLite file or a postgres:// address. */
  databaseUrl: string
  redisUrl: string | null
  /** Origin under which people reach the server, e.g. https://desk.example; decides cookies and allowed origins. */
  publicUrl: string
  /** Web processes serve HTTP and sockets; workers run jobs and sweeps. Default both. */
  roles: ReadonlySet<'web' | 'worker'>
  /** Proxies whose X-Forwarded-For is believed: `loopback`, addresses or subnets. */
  trustProxy: readonly string[]
  /** Opens /metrics to callers that are not on this machine. */
  metricsToken: string | null
  /** Seals the secrets of channels; null = the key in DATA_DIR. */
  secretsKey: Uint8Array | null
  /** Keys of before, which still open them; `lost`: what another key has sealed is given up. */
  oldSecretsKeys: readonly Uint8Array[] | 'lost'
  /** Where mail is taken from other mail servers; null = nowhere. Port 0 is a free one. */
  smtp: { host: string; port: number } | null
  /** Off only for load tests: without limits passwords can be guessed. */
  hasRateLimits: boolean
  /** Servers that help browsers to find each other in a call (row K1), and the secret that the TURN servers share. */
  stunUrls: readonly string[]
  turnUrls: readonly string[]
  turnSecret: string | null
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Answers are checked against the contract; costs too much outside tests. */
  checksResponses: boolean
  /** Offered on the sign-in page in demo mode, else empty. */
  demoPeople: readonly DemoPerson[]
}

const loopbacks = new Set(['localhost', '127.0.0.1', '::1'])
export const isLoopback = (host: string): boolean => loopbacks.has(host)

/** A problem names the variable and what it expects. */
export type ParsedConfig = { config: Config; problems: [] } | { config: null; problems: [string, ...string[]] }

/** Reads the settings of a process from its environment, once; tells every problem, not only the first. */
export function parseConfig(
  env: Record<string, string | undefined>,
  args: readonly string[],
  cwd: string,
): ParsedConfig {
  const problems: string[] = []
  const read: Read = (name, standard, expects, parse) => {
    const text = env[name]?.trim()
    if (text === undefined || text === '') return standard
    const value = parse(text)
    if (value !== undefined) return value
    problems.push(`${name} must be ${expects}, not ${quote(name, text)}`)
    return standard
  }
  for (const arg of args) if (arg !== '--demo') problems.push(`${arg} is not known; the only argument is --demo`)
  const isDemo = args.includes('--demo')
  const config = {
    isDemo,
    ...readAddresses(read, cwd, isDemo),
    ...readRest(read, isDemo),
    checksResponses: false,
    demoPeople: [],
  }
  problems.push(...contradictions(config))
  const [first, ...rest] = problems
  return first === undefined ? { problems: [], config } : { config: null, problems: [first, ...rest] }
}

type Read = <T>(name: string, standard: T, expects: string, parse: (text: string) => T | undefined) => T

function readAddresses(read: Read, cwd: string, isDemo: boolean) {
  const port = read('PORT', 3000, 'a port from 0 to 65535', toPort)
  const host = read('HOST', '127.0.0.1', 'a host name or an IP address to listen on', toHost)
  const dataDir = read('DATA_DIR', resolve(cwd, `.data/${isDemo ? 'demo' : 'serve'}`), 'a folder', (text) =>
    resolve(cwd, text),
  )
  const database = 'the path of an SQLite file or postgres://user:password@host:port/database'
  const databaseUrl = read('DATABASE_URL', resolve(dataDir, 'care.db'), database, (text) => toDatabase(text, cwd))
  const redis = 'redis://host:port or rediss://host:port'
  const redisUrl = read<string | null>('REDIS_URL', null, redis, (text) => toUrl(text, ['redis:', 'rediss:']))
  const standardUrl = isLoopback(host) ? `http://localhost:${port}` : ''
  // The demo's customers write to it.
  const smtpPort = read<number | null>('SMTP_PORT', isDemo ? 0 : null, 'a port from 0 to 65535', toPort)
  const smtpHost = read('SMTP_HOST', host, 'a host name or an IP address to listen on', toHost)
  const smtp = smtpPort === null ? null : { host: smtpHost, port: smtpPort }
  const publicUrl = read('PUBLIC_URL', standardUrl, 'an origin such as https://desk.example, without a path', toOrigin)
  return { port, host, dataDir, databaseUrl, redisUrl, smtp, publicUrl }
}

function readRest(read: Read, isDemo: boolean) {
  const proxies = 'loopback or a comma separated list of IP addresses and subnets'
  return {
    roles: read<Config['roles']>('ROLES', new Set(['web', 'worker']), 'web, worker or web,worker', toRoles),
    trustProxy: read('TRUST_PROXY', ['loopback'], proxies, toProxies),
    metricsToken: read<string | null>('METRICS_TOKEN', null, 'at least 16 characters', (text) =>
      text.length >= 16 ? text : undefined,
    ),
    secretsKey: read<Uint8Array | null>('SECRETS_KEY', null, '32 bytes in base64 (openssl rand -base64 32)', readKey),
    oldSecretsKeys: read<Config['oldSecretsKeys']>(
      'SECRETS_KEY_OLD',
      [],
      'keys of before, each 32 bytes in base64, separated by commas; or lost',
      toOldKeys,
    ),
    ...readCallServers(read),
    hasRateLimits: read('RATE_LIMITS', true, 'on or off', toSwitch),
    logLevel: read<Config['logLevel']>(
      'LOG_LEVEL',
      isDemo ? 'warn' : 'info',
      'debug, info, warn, error or silent',
      toLevel,
    ),
  }
}

function readCallServers(read: Read) {
  const listOf = (kind: string) => `a comma separated list of addresses such as ${kind}:turn.example:3478`
  return {
    stunUrls: read<readonly string[]>('STUN_URLS', [], listOf('stun'), (text) => toServers(text, 'stuns?')),
    turnUrls: read<readonly string[]>('TURN_URLS', [], listOf('turn'), (text) => toServers(text, 'turns?')),
    turnSecret: read<string | null>('TURN_SECRET', null, 'at least 16 characters', (text) =>
      text.length >= 16 ? text : undefined,
    ),
  }
}

/** Settings that are right one by one and wrong together. */
function contradictions({ isDemo, host, publicUrl, roles, redisUrl, turnUrls, turnSecret }: Config): string[] {
  return [
    ...(isDemo && !isLoopback(host)
      ? ['HOST must be localhost, 127.0.0.1 or ::1 in demo mode: its passwords are known to everybody']
      : []),
    ...(publicUrl === '' && !isDemo
      ? [
          'PUBLIC_URL is missing; when HOST is no loopback address it must be the origin under which people reach this server, such as https://desk.example',
        ]
      : []),
    ...(turnUrls.length > 0 !== (turnSecret !== null)
      ? ['TURN_URLS and TURN_SECRET go together: the addresses need the secret that the TURN server shares']
      : []),
    ...(roles.size === 1 && redisUrl === null
      ? ['ROLES must be web,worker without REDIS_URL: a process alone needs both']
      : []),
  ]
}

/** Addresses may hold passwords, tokens are secrets: what was wrong is shown only where it is neither. */
const quote = (name: string, text: string): string =>
  /_(URL|TOKEN|KEY|KEY_OLD|SECRET)$/.test(name) ? 'what it is' : JSON.stringify(text)

function toPort(text: string): number | undefined {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined
}

const toHost = (text: string): string | undefined => (/^[\w.:%-]+$/.test(text) ? text : undefined)

function toUrl(text: string, protocols: readonly string[]): string | undefined {
  const isUrl = URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== ''
  return isUrl ? text : undefined
}

function toDatabase(text: string, cwd: string): string | undefined {
  if (!/^\w+:\/\//.test(text)) return resolve(cwd, text)
  return toUrl(text, ['postgres:', 'postgresql:'])
}

function toOrigin(text: string): string | undefined {
  if (toUrl(text, ['http:', 'https:']) === undefined) return undefined
  const url = new URL(text)
  return url.href === `${url.origin}/` ? url.origin : undefined
}

function toRoles(text: string): Set<'web' | 'worker'> | undefined {
  const names = text.split(',').map((name) => name.trim())
  return names.every((name) => name === 'web' || name === 'worker') ? new Set(names) : undefined
}

function toProxies(text: string): string[] | undefined {
  const names = text.split(',').map((name) => name.trim())
  return names.every((name) => /^(loopback|linklocal|uniquelocal|[\da-fA-F.:]+(\/\d{1,3})?)$/.test(name))
    ? names
    : undefined
}

function toOldKeys(text: string): Uint8Array[] | 'lost' | undefined {
  if (text === 'lost') return 'lost'
  const keys = text.split(',').map((one) => readKey(one.trim()))
  return keys.every((key) => key !== undefined) ? keys : undefined
}

/** Addresses of RFC 7064 and 7065. */
function toServers(text: string, scheme: string): string[] | undefined {
  const urls = text.split(',').map((url) => url.trim())
  const isServer = new RegExp(`^${scheme}:[\\w.-]+(:\\d{1,5})?(\\?transport=(udp|tcp))?$`)
  return urls.every((url) => isServer.test(url)) ? urls : undefined
}

const toSwitch = (text: string): boolean | undefined => (text === 'on' ? true : text === 'off' ? false : undefined)

const toLevel = (text: string): Config['logLevel'] | undefined =>
  text === 'debug' || text === 'info' || text === 'warn' || text === 'error' || text === 'silent' ? text : undefined
