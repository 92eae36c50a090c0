import { expect, test } from 'vitest'
import { slashBefore } from './slash.ts'

const at = (text: string) => slashBefore(text.replace('|', ''), text.indexOf('|'))

test.each<[string, string | null]>([
  ['/|', ''],
  ['/re|', 're'],
  ['/refund st|', 'refund st'],
  ['Hello /re|', 're'],
  ['Hello\n/re|', 're'],
  ['/re| more', 're'],
  ['and/or|', null],
  ['https://shop.example|', null],
  ['/ or|', null],
  ['/re\nnext|', null],
  ['no slash|', null],
  ['|/re', null],
  [`x/${'a'.repeat(60)}|`, null],
  [`/${'a'.repeat(80)}|`, null],
])('%s', (text, query) => {
  expect(at(text)?.query ?? null).toBe(query)
})
