import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { cacheDir, root } from './paths.mjs'

const skipped = new Set(['node_modules', 'dist', '.tsc', '.git'])

/** All files below the given paths, in a stable order. Missing paths are left out. */
export function filesBelow(...paths) {
  const found = []
  const visit = (path) => {
    if (!existsSync(path)) return
    if (!statSync(path).isDirectory()) return void found.push(path)
    for (const name of readdirSync(path).sort()) if (!skipped.has(name)) visit(join(path, name))
  }
  paths.forEach((path) => visit(join(root, path)))
  return found
}

/** One hash over names and contents, so that a touched but unchanged file costs no rebuild. */
export function fingerprint(...paths) {
  const hash = createHash('sha256')
  for (const file of filesBelow(...paths))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const stampFile = (name) => join(cacheDir, `${name}.stamp`)
export const isStamped = (name, value) => existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === value
export function stamp(name, value) {
  mkdirSync(cacheDir, { recursive: true })
  writeFileSync(stampFile(name), value)
}
