import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const main = new URL('./main.ts', import.meta.url).pathname
let folder: string
const running = new Set<ChildProcess>()
/** Real time: each test starts whole processes, several seconds each on a busy machine. */
const slow = { timeout: 90_000 }
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'care-start-'))
})
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** Starts the product as its commands do, with nothing but these settings. */
function start(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'info', ...env },
    cwd: folder,
  })
  running.add(child)
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const says = async (pattern: RegExp): Promise<RegExpMatchArray> => {
    for (let tries = 0; tries < 400; tries++) {
      const found = output.match(pattern)
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`it never said ${String(pattern)} but ${output}${complaint}`)
  }
  return { child, ended, says, output: () => output, complaint: () => complaint }
}

describe('a start that cannot be', slow, () => {
  test('says what is wrong with the settings, all of it, and ends', async () => {
    const { ended, complaint, output } = start({ PORT: 'http', DATABASE_URL: 'mongodb://here' })
    expect(await ended).toBe(1)
    expect(complaint()).toMatch(/PORT must be a port.*\n.*DATABASE_URL must be/)
    expect(complaint()).not.toMatch(/\n\s+at /)
    expect(output()).toBe('')
  })

  test('says that the port is in use', async () => {
    const other = createServer()
    const port = await new Promise<number>(
      (resolve) => void other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    )
    const { ended, complaint } = start({ PORT: String(port) })
    expect(await ended).toBe(1)
    expect(complaint()).toContain(`PORT ${port} on 127.0.0.1 is in use`)
    other.close()
  })

  test.each<[string, (path: string) => Record<string, string>, RegExp]>([
    [
      'a database that is not there',
      () => ({ DATABASE_URL: 'postgres://care@127.0.0.1:1/care' }),
      /DATABASE_URL cannot be reached \(ECONNREFUSED/,
    ],
    [
      'a Redis that is not there',
      () => ({ REDIS_URL: 'redis://127.0.0.1:1' }),
      /REDIS_URL cannot be reached \(.*ECONNREFUSED/,
    ],
    ['a file that is no database', (path) => ({ DATABASE_URL: path }), /DATABASE_URL: .* is no SQLite database/],
  ])('says that it needs another: %s', async (_, env, words) => {
    const path = join(folder, 'notes.txt')
    await writeFile(path, 'these are only notes, many of them, and no pages of a database. '.repeat(40))
    const { ended, complaint } = start(env(path))
    expect(await ended).toBe(1)
    expect(complaint()).toMatch(words)
    expect(complaint()).not.toMatch(/\n\s+at /)
  })
})

describe('the first start of a workspace', slow, () => {
  test('prints a link that makes the administrator, anew until it was used', async () => {
    const first = start({})
    const [, url] = await first.says(/(http:\/\/localhost:\d+)\/setup\?token=/)
    const [, old] = await first.says(/setup\?token=([\w-]{43})/)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(url).toBeTruthy()

    const second = start({})
    const [, base, token] = await second.says(/(http:\/\/localhost:\d+)\/setup\?token=([\w-]{43})/)
    expect(token).not.toBe(old)
    const setUp = () =>
      fetch(`${base}/api/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token, name: 'Ada', email: 'ada@example.com', password: 'long enough 1' }),
      })
    expect(await (await fetch(`${base}/api/workspace`)).json()).toMatchObject({
      isDemo: false,
      needsSetup: true,
      demoPeople: [],
    })
    const made = await setUp()
    expect(await made.json()).toMatchObject({ name: 'Ada', role: 'admin', queues: [{ name: 'General' }] })
    expect((await setUp()).status).toBe(403)
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)

    const third = start({})
    await third.says(/API reference/)
    await third.says(/"started"/)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(third.output()).not.toContain('setup?token')
    const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const [, again] = await third.says(/Desktop\s+(http:\/\/localhost:\d+)\//)
    expect(await (await fetch(`${again}/api/session`, { headers: { cookie } })).json()).toMatchObject({
      email: 'ada@example.com',
    })
  })
})

test('a graceful stop answers what it was asked before', async () => {
  const server = start({})
  const [, url] = await server.says(/Desktop\s+(http:\/\/localhost:\d+)\//)
  await server.says(/setup\?token/)
  const body = JSON.stringify({ email: 'nobody@example.com', password: 'takes some time' })
  const headers = { 'content-type': 'application/json', 'content-length': body.length }
  const asked = request(`${url}/api/session`, { method: 'POST', headers })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    asked.once('response', (answer) => resolve(answer.resume().statusCode)).once('error', reject)
  })
  asked.write(body.slice(0, 10))
  // What comes behind on another connection is answered, so the half of it has arrived.
  await fetch(`${url}/healthz`)
  await fetch(`${url}/healthz`)
  server.child.kill('SIGTERM')
  await server.says(/"stopping"/)
  asked.end(body.slice(10))
  expect(await answered).toBe(401)
  expect(await server.ended).toBe(0)
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed')
})
