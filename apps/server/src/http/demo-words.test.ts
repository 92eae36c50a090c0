import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../../widget/demo/', import.meta.url)
// Plain files of the page, which nothing builds or types.
const { words } = (await import(/* @vite-ignore */ new URL('words.js', folder).href)) as {
  words: Record<string, Record<string, string>>
}
const page = readFileSync(new URL('index.html', folder), 'utf8')
const script = readFileSync(new URL('shop.js', folder), 'utf8')

test('the demo shop says everything in each language', () => {
  const keys = Object.keys(words['en'] ?? {}).toSorted()
  expect(Object.keys(words).toSorted()).toEqual(['bg', 'en', 'pl', 'ru'])
  for (const its of Object.values(words)) {
    expect(Object.keys(its).toSorted()).toEqual(keys)
    expect(Object.values(its).every((text) => text !== '')).toBe(true)
  }
  const inScript = [...script.matchAll(/\bt\(([^)]*)\)/g)].flatMap(([, inside = '']) => [
    ...inside.matchAll(/'(\w+)'/g),
  ])
  const named = new Set([...page.matchAll(/data-t(?:-label)?="(\w+)"/g), ...inScript].map(([, key = '']) => key))
  expect([...named].filter((key) => !keys.includes(key))).toEqual([])
  expect(keys.filter((key) => !named.has(key))).toEqual([])
})
