import { describe, expect, test } from 'vitest'
import { parseConfig } from './config.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const parse = (env: Record<string, string>, ...args: string[]) => parseConfig(env, args, '/srv/care')
const problemsOf = (env: Record<string, string>, ...args: string[]): string[] => [...parse(env, ...args).problems]

test('nothing set: SQLite in the own folder, loopback, both roles', () => {
  expect(parse({}).config).toMatchObject({
    isDemo: false,
    host: '127.0.0.1',
    port: 3000,
    dataDir: '/srv/care/.data/serve',
    databaseUrl: '/srv/care/.data/serve/care.db',
    redisUrl: null,
    smtp: null,
    publicUrl: 'http://localhost:3000',
    roles: new Set(['web', 'worker']),
    hasRateLimits: true,
  })
})

test('demo mode has a folder of its own, and takes mail on this machine', () => {
  expect(parse({}, '--demo').config).toMatchObject({
    isDemo: true,
    dataDir: '/srv/care/.data/demo',
    smtp: { host: '127.0.0.1', port: 0 },
  })
})

test('everything set', () => {
  const env = {
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: 'data',
    DATABASE_URL: 'postgres://care:secret@db/care',
    REDIS_URL: 'rediss://cache:6380',
    PUBLIC_URL: 'https://desk.example/',
    ROLES: 'web',
    TRUST_PROXY: '10.0.0.0/8, ::1',
    METRICS_TOKEN: 'sixteen letters!',
    SECRETS_KEY: key,
    SECRETS_KEY_OLD: `${key}, ${key}`,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'debug',
  }
  expect(parse(env).config).toMatchObject({
    port: 8080,
    dataDir: '/srv/care/data',
    databaseUrl: 'postgres://care:secret@db/care',
    publicUrl: 'https://desk.example',
    roles: new Set(['web']),
    trustProxy: ['10.0.0.0/8', '::1'],
    secretsKey: Buffer.alloc(32, 7),
    oldSecretsKeys: [Buffer.alloc(32, 7), Buffer.alloc(32, 7)],
    hasRateLimits: false,
    logLevel: 'debug',
  })
})

describe('a wrong value is told with its name and what it must be', () => {
  test.each([
    ['PORT', '70000', /^PORT must be a port from 0 to 65535, not "70000"$/],
    ['PORT', '80x', /^PORT must be/],
    ['HOST', 'a b', /^HOST must be a host name/],
    ['DATABASE_URL', 'mysql://root@db/care', /^DATABASE_URL must be the path of an SQLite file or postgres:/],
    ['REDIS_URL', 'localhost:6379', /^REDIS_URL must be redis:/],
    ['PUBLIC_URL', 'https://desk.example/care', /^PUBLIC_URL must be an origin/],
    ['PUBLIC_URL', 'desk.example', /^PUBLIC_URL must be an origin/],
    ['ROLES', 'web,boss', /^ROLES must be web, worker or web,worker/],
    ['TRUST_PROXY', 'everybody', /^TRUST_PROXY must be/],
    ['METRICS_TOKEN', 'short', /^METRICS_TOKEN must be at least 16 characters/],
    [
      'SECRETS_KEY',
      'too short',
      /^SECRETS_KEY must be 32 bytes in base64 \(openssl rand -base64 32\), not what it is$/,
    ],
    ['SECRETS_KEY_OLD', `${key},x`, /^SECRETS_KEY_OLD must be keys of before/],
    ['TURN_SECRET', 'short', /^TURN_SECRET must be at least 16 characters/],
    ['TURN_URLS', 'http://turn.example', /^TURN_URLS must be a comma separated list/],
    ['STUN_URLS', 'turn:turn.example', /^STUN_URLS must be a comma separated list/],
    ['RATE_LIMITS', 'no', /^RATE_LIMITS must be on or off/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be/],
  ])('%s=%s', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(problem)])
  })

  test('all of them at once', () => {
    expect(problemsOf({ PORT: 'x', ROLES: 'y', LOG_LEVEL: 'z' }, '--dmeo')).toHaveLength(4)
  })

  test('without showing secrets', () => {
    expect(
      problemsOf({ DATABASE_URL: 'mysql://root:hunter2@db', METRICS_TOKEN: 'hunter2', SECRETS_KEY: 'hunter2' }).join(),
    ).not.toContain('hunter2')
  })
})

describe('what does not go together', () => {
  test('demo mode and the world', () => {
    expect(problemsOf({ HOST: '0.0.0.0' }, '--demo')).toEqual([expect.stringMatching(/^HOST must be localhost/)])
  })
  test('the world and no PUBLIC_URL', () => {
    expect(problemsOf({ HOST: '0.0.0.0' })).toEqual([expect.stringMatching(/^PUBLIC_URL is missing/)])
  })
  test('one role and no Redis', () => {
    expect(problemsOf({ ROLES: 'worker' })).toEqual([
      expect.stringMatching(/^ROLES must be web,worker without REDIS_URL/),
    ])
  })
})
