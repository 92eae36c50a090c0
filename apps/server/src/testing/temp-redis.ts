import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

export interface TempRedis {
  url: string
  stop(): Promise<void>
}

/** The Redis of TEST_REDIS_URL, else one of one's own for the length of the test. */
export async function openTempRedis(): Promise<TempRedis> {
  const given = process.env.TEST_REDIS_URL
  if (given) return { url: given, stop: async () => {} }
  const port = await freePort()
  const child = spawn('redis-server', [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ])
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(new Error('this test needs redis-server on the PATH, or TEST_REDIS_URL')))
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('Ready to accept connections') && resolve())
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  return { url: `redis://127.0.0.1:${port}`, stop }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
