import type { Logger } from 'pino'

/** JSON lines with ids, never with what people wrote. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>

/** The words of an error. A failed statement is told without its values: they are what people wrote. */
export function errorWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isStatement = 'query' in error && 'params' in error
  return isStatement ? `failed statement: ${String(error.query)}` : error.message
}

/** What went wrong, for the log: kind, words, place and cause. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const start = error.stack?.search(/^\s+at /m) ?? -1
  const frames = start < 0 ? '' : `\n${error.stack?.slice(start).split('\n').slice(0, 12).join('\n')}`
  const cause = error.cause === undefined ? '' : `\ncaused by ${describeError(error.cause)}`
  return `${error.name}: ${errorWords(error)}${frames}${cause}`
}
