import { expect, test } from 'vitest'
import { readOrigins } from './origins.ts'

test.each([
  ['', []],
  ['https://shop.example', ['https://shop.example']],
  [' https://shop.example/basket?x=1 \n\nhttp://localhost:4000/', ['https://shop.example', 'http://localhost:4000']],
  ['https://shop.example, https://shop.example/', ['https://shop.example']],
  ['shop.example', null],
  ['https://', null],
  ['ftp://shop.example', null],
])('%j: %j', (typed, origins) => {
  expect(readOrigins(typed)).toEqual(origins)
})
