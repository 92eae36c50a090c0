import { type ReplyFileFormat, replyColumns } from '@care/contract'
import { readCsv } from '@care/domain/quick-replies'

/** A line of an import as it stands in the file, not yet checked; null when it could not be read at all. */
export interface ReadLine {
  line: number
  /** A group that the file does not name stays as it is. */
  given: { shortcut: string; title: string; group: string | undefined; texts: Record<string, string> } | null
}

const unreadable: ReadLine[] = [{ line: 1, given: null }]
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const languagesOf = replyColumns.slice(3)

/** Reads the file of an export, or of a spreadsheet with the same columns in any order. */
export function readReplies(format: ReplyFileFormat, content: string): ReadLine[] {
  return format === 'csv' ? readTable(content) : readObjects(content)
}

function readTable(content: string): ReadLine[] {
  const [head, ...rows] = readCsv(content)
  const columns = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  if (!columns.includes('shortcut') || !columns.includes('title')) return unreadable
  return rows.map(({ line, cells }) => {
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
    const texts = Object.fromEntries(languagesOf.map((language) => [language, cell(language)]))
    const group = columns.includes('group') ? cell('group') : undefined
    return { line, given: { shortcut: cell('shortcut'), title: cell('title'), group, texts: withWords(texts) } }
  })
}

function readObjects(content: string): ReadLine[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(content.replace(/^\uFEFF/u, ''))
  } catch {
    return unreadable
  }
  const list: unknown = isObject(parsed) ? parsed.quickReplies : parsed
  if (!Array.isArray(list)) return unreadable
  return list.map((one: unknown, i): ReadLine => {
    if (!isObject(one)) return { line: i + 1, given: null }
    const texts = isObject(one.texts) ? one.texts : {}
    return {
      line: i + 1,
      given: {
        shortcut: text(one.shortcut),
        title: text(one.title),
        group: one.group === undefined ? undefined : text(one.group),
        texts: withWords(Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, text(value)]))),
      },
    }
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const withWords = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== ''))
