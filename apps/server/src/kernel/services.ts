import type { Config } from '../config.ts'
import type { Store } from '../db/store.ts'
import type { Clock } from './clock.ts'
import type { Execute } from './execute.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'
import type { Secrets } from './secrets.ts'

/** What everything behind a door may use. Made once in app.ts and passed along. */
export interface Services {
  config: Config
  /** Of this process; what lives and dies with it is known by it. */
  processId: string
  store: Store
  clock: Clock
  log: Log
  /** The only way to change anything. */
  execute: Execute
  live: Live
  secrets: Secrets
}
