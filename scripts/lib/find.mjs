import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { isWindows } from './paths.mjs'
import { Refusal } from './print.mjs'
import { run, tail } from './run.mjs'

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** First of the names that is in one of the folders or on the PATH, else undefined. */
export function findProgram(names, folders = []) {
  const places = [
    ...folders,
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/local/bin',
    '/opt/homebrew/bin',
    '/usr/sbin',
  ]
  for (const name of names)
    for (const place of places) {
      const file = join(place, isWindows ? `${name}.exe` : name)
      if (place && isProgram(file)) return file
    }
  return undefined
}

/** Folders of the PostgreSQL versions that Debian keeps apart, newest first. */
export const postgresFolders = () => {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return []
  return readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(base, version, 'bin'))
}

let lists
/** Installs Debian packages as root or through sudo without a password; refreshes the package lists only when needed. */
async function apt(packages) {
  const isRoot = process.getuid?.() === 0
  const before = isRoot ? [] : ['sudo', '-n']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const call = (args) => {
    const [command, ...rest] = [...before, 'apt-get', ...args]
    return run(command, rest, { env, timeoutMs: 600_000 })
  }
  const install = () => call(['install', '-y', '--no-install-recommends', ...packages])
  let result = await install()
  if (result.code !== 0 && !lists) {
    lists = await call(['update'])
    result = await install()
  }
  return result
}

/**
 * Finds a program, installing it with apt where that is possible.
 * Otherwise refuses with what to install, for a part of the check that cannot run without it.
 */
export async function findOrInstall({ what, find, packages, elsewhere }) {
  const found = find()
  if (found) return found
  let why = ''
  if (process.platform === 'linux' && findProgram(['apt-get'])) {
    const { output } = await apt(packages)
    const installed = find()
    if (installed) return installed
    why = `apt-get could not install it:\n${tail(output, 8)}\n`
  }
  throw new Refusal(
    `${what} is missing. ${why}Install it and run npm test again:\n` +
      `  Debian, Ubuntu: sudo apt-get install --no-install-recommends ${packages.join(' ')}\n  elsewhere: ${elsewhere}`,
  )
}

/** A TCP port of the loopback interface that nobody uses now. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
