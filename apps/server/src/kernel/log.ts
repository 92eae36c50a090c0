import type { Logger } from 'pino'

/** JSON lines with ids, never with what people wrote. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>
