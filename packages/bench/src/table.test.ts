import { expect, it } from 'vitest'
import { figure, table } from './table.ts'

it('aligns words left and figures right', () => {
  expect(
    table(
      ['what', 'limit'],
      [
        ['saturation', '9800'],
        ['p99', '6.7'],
      ],
    ),
  ).toBe(['what        limit', '----------  -----', 'saturation   9800', 'p99           6.7'].join('\n'))
})
it.each([
  [12_345.6, '12346'],
  [99.44, '99.4'],
  [0.756, '0.76'],
  [null, '-'],
  [Number.NaN, '-'],
])('writes %d as %s', (value, text) => expect(figure(value)).toBe(text))
