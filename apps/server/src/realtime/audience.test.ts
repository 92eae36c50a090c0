import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { channels } from '../channels/index.ts'
import { modules } from '../modules/index.ts'

const source = new URL('..', import.meta.url).pathname
const eventFiles = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(modules|channels)\/\w[\w-]*\/events\.ts$/.test(file),
)

test('every event has an audience, if only nobody', () => {
  const types = eventFiles.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/^ {4}'(\w+\.\w+)':/gm)].map(([, type]) => type),
  )
  const heard = new Set([...modules, ...channels].flatMap((module) => Object.keys(module.audience ?? {})))
  expect(types.length).toBeGreaterThan(25)
  expect(types.filter((type) => type === undefined || !heard.has(type))).toEqual([])
})
