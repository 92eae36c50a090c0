import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'

const cellsOf = (text: string): string[][] => readCsv(text).map(({ cells }) => cells)

describe('CSV', () => {
  test.each<[string, string[][]]>([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a\tb\r1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['\uFEFFa,b', [['a', 'b']]],
    ['"a ""b"", c",d', [['a "b", c', 'd']]],
    ['a,\n', [['a', '']]],
    ['a,', [['a', '']]],
    ['\n\na\n\n', [['a']]],
    ['"never closed', [['never closed']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(cellsOf(text)).toEqual(rows)
  })

  test('a row knows its line, also behind cells of several lines', () => {
    expect(readCsv('h\n"one\ntwo"\n\nlast').map(({ line }) => line)).toEqual([1, 2, 5])
  })

  test('what a spreadsheet would run is written as text', () => {
    expect(writeCsv([['=1+1', '-10%', "'=x"]])).toBe(`"'=1+1","'-10%","''=x"\r\n`)
  })

  test('what was written is read as it was', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', "'", ',', ';', '\n', '\r', '=', '-', 'a') }),
    )
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        // The head is the product's own and names the separator.
        const withHead = [['shortcut', 'title'], ...rows]
        expect(cellsOf(writeCsv(withHead))).toEqual(withHead)
      }),
    )
  })
})
