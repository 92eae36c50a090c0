import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { root } from './paths.mjs'
import { must, run } from './run.mjs'

export const pnpmPackage = 'pnpm@12.21.0'
export const pnpm = (args, options) => run('npx', ['-y', pnpmPackage, ...args], options)

const manifests = () => [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'e2e/package.json',
  ...['packages', 'apps'].flatMap((group) =>
    existsSync(join(root, group)) ? readdirSync(join(root, group)).map((name) => `${group}/${name}/package.json`) : [],
  ),
]

/** Installs the packages of the lockfile, only when it or a package.json changed since the last time. */
export async function install() {
  const wanted = fingerprint(...manifests())
  if (isStamped('install', wanted) && existsSync(join(root, 'node_modules', '.modules.yaml'))) return 'up to date'
  await must('npx', ['-y', pnpmPackage, 'install', '--frozen-lockfile'])
  stamp('install', wanted)
  return undefined
}
