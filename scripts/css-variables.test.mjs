import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../apps/desktop/src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(css|tsx?)$/.test(file) && !file.includes('.test.'))
  .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }))

test('every variable of the desktop’s styles is given somewhere: one that is not is no colour, and nothing says so', () => {
  const given = new Set(
    files.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)(?:['"]?\]?\s*:|['"]\s*,)/g)].map(([, name]) => name)),
  )
  const used = files.flatMap(({ file, text }) =>
    [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => ({ file, name })),
  )
  expect(used.length).toBeGreaterThan(300)
  // The theme's own are made by MUI.
  expect(used.filter(({ name }) => !given.has(name) && !name.startsWith('--care-'))).toEqual([])
})
