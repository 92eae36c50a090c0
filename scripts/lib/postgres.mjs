import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findOrInstall, findProgram, freePort, postgresFolders } from './find.mjs'
import { must, run } from './run.mjs'

/** Durability off: the cluster lives for one test run. */
const speed = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300'

/**
 * A throw-away PostgreSQL cluster on a free loopback port: `{url, stop}`.
 * PostgreSQL refuses to run as root, so root hands it to the `postgres` user that its package made.
 */
export async function startPostgres() {
  const find = () => findProgram(['initdb'], postgresFolders())
  const initdb = await findOrInstall({
    what: 'PostgreSQL (initdb, pg_ctl)',
    find,
    packages: ['postgresql'],
    elsewhere: 'brew install postgresql@17, or put the bin folder of PostgreSQL on the PATH',
  })
  const pgCtl = join(initdb, '..', process.platform === 'win32' ? 'pg_ctl.exe' : 'pg_ctl')
  const folder = mkdtempSync(join(tmpdir(), 'care-pg-'))
  const asRoot = process.getuid?.() === 0
  if (asRoot) {
    const ids = await Promise.all(['-u', '-g'].map((flag) => must('id', [flag, 'postgres'])))
    chownSync(folder, Number(ids[0]), Number(ids[1]))
  }
  const call = (program, args, runner = must) => {
    const [command, ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args]
    return runner(command, rest, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeoutMs: 120_000 })
  }
  const data = join(folder, 'data')
  const stop = async () => {
    await call(pgCtl, ['-D', data, '-m', 'immediate', 'stop'], run)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await call(initdb, ['-D', data, '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
    const port = await freePort()
    const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 ${speed}`
    await call(pgCtl, ['-D', data, '-l', join(folder, 'log'), '-w', '-o', options, 'start'])
    return { url: `postgres://app@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
