import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { root } from './paths.mjs'
import { Refusal } from './print.mjs'
import { shell, toolEnv } from './run.mjs'

const sharedSources = [
  ...['domain', 'contract', 'client', 'i18n'].map((name) => `packages/${name}/src`),
  'pnpm-lock.yaml',
  'tsconfig.base.json',
]
export const uiApps = ['desktop', 'widget']

/** Runs a script of a UI's package.json, with the programs of its packages on the PATH. */
export async function runScript(app, script) {
  const cwd = join(root, 'apps', app)
  const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'))
  if (!scripts?.[script]) throw new Refusal(`apps/${app}/package.json has no "${script}" script`)
  const env = toolEnv()
  // The workspace's Node first, then the app's own tools.
  env.PATH = [join(root, 'node_modules', '.bin'), join(cwd, 'node_modules', '.bin'), env.PATH].join(delimiter)
  return shell(scripts[script], { cwd, env, timeoutMs: 300_000 })
}

/** Runs the `build` script of one UI, which fills its `dist`, only when a source of it changed since the last build. */
export async function buildApp(name) {
  const sources = fingerprint(`apps/${name}`, ...sharedSources)
  if (isStamped(`build-${name}`, sources) && existsSync(join(root, 'apps', name, 'dist'))) return 'up to date'
  await runScript(name, 'build')
  stamp(`build-${name}`, sources)
  return undefined
}

export async function buildAll() {
  const remarks = []
  for (const name of uiApps) remarks.push(await buildApp(name))
  return remarks.every((remark) => remark === 'up to date') ? 'up to date' : undefined
}
