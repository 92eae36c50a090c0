import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { root } from './paths.mjs'
import { Refusal } from './print.mjs'
import { shell, toolEnv } from './run.mjs'

const shared = [
  'packages/domain/src',
  'packages/contract/src',
  'packages/client/src',
  'packages/i18n/src',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
]
const uiApps = ['desktop', 'widget']

/** Runs the `build` script of one UI, which fills its `dist`, only when a source of it changed since the last build. */
export async function buildApp(name) {
  const sources = fingerprint(`apps/${name}`, ...shared)
  if (isStamped(`build-${name}`, sources) && existsSync(join(root, 'apps', name, 'dist'))) return 'up to date'
  const cwd = join(root, 'apps', name)
  const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'))
  if (!scripts?.build) throw new Refusal(`apps/${name}/package.json has no "build" script`)
  const env = toolEnv()
  env.PATH = [join(root, 'node_modules', '.bin'), join(cwd, 'node_modules', '.bin'), env.PATH].join(delimiter)
  await shell(scripts.build, { cwd, env })
  stamp(`build-${name}`, sources)
  return undefined
}

export async function buildAll() {
  const remarks = []
  for (const name of uiApps) remarks.push(await buildApp(name))
  return remarks.every((remark) => remark === 'up to date') ? 'up to date' : undefined
}
