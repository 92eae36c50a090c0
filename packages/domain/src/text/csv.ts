/** A row of a table file with the line on which it begins, counted from 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

/** What a spreadsheet would take for a formula; a quote in front makes it text there. */
const formula = /^'*[=+\-@\t\r]/u

/** Writes a table as CSV (RFC 4180), safe to open in a spreadsheet. `readCsv` gives it back as it was. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string => {
    const safe = formula.test(value) ? `'${value}` : value
    return /["',;\r\n\t ]/u.test(safe) || safe === '' ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** Reads CSV as spreadsheets write it: comma, semicolon or tab, quotes, any line end, a mark of order at the start. */
export function readCsv(text: string): CsvRow[] {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const separator = separatorOf(body)
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, cells: [] }
  let line = 1
  let at = 0
  while (at < body.length) {
    const cell = readCell(body, at, separator)
    row.cells.push(formula.test(cell.value) && cell.value.startsWith("'") ? cell.value.slice(1) : cell.value)
    line += lineEnds(body.slice(at, cell.end))
    at = cell.end
    if (body[at] === separator) {
      at += 1
      // A separator at the very end has an empty cell behind it.
      if (at === body.length) row.cells.push('')
      continue
    }
    at += body.startsWith('\r\n', at) ? 2 : 1
    line += 1
    rows.push(row)
    row = { line, cells: [] }
  }
  if (row.cells.length > 0) rows.push(row)
  // Nothing between two line ends is no row.
  return rows.filter(({ cells }) => cells.length > 1 || cells[0] !== '')
}

function readCell(body: string, start: number, separator: string): { value: string; end: number } {
  let at = start
  let value = ''
  if (body[at] === '"') {
    at += 1
    for (;;) {
      const quote = body.indexOf('"', at)
      if (quote === -1) return { value: value + body.slice(at), end: body.length }
      value += body.slice(at, quote)
      at = quote + 1
      if (body[at] !== '"') break
      value += '"'
      at += 1
    }
  }
  const rest = /[\r\n]/u
  const from = at
  while (at < body.length && body[at] !== separator && !rest.test(body[at] ?? '')) at += 1
  return { value: value + body.slice(from, at), end: at }
}

const lineEnds = (text: string): number => text.match(/\r\n|\r|\n/gu)?.length ?? 0

/** The sign that the first line has most of. */
function separatorOf(body: string): string {
  const [first = ''] = body.split(/[\r\n]/u, 1)
  const count = (sign: string): number => first.split(sign).length
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}
