import type { Config } from './config.ts'

const words: Record<string, (config: Config) => string> = {
  EADDRINUSE: ({ host, port }) => `PORT ${port} on ${host} is in use; stop the other program or choose another PORT`,
  EACCES: ({ port }) => `no right to listen on PORT ${port} or to write to DATA_DIR`,
  EADDRNOTAVAIL: ({ host }) => `HOST ${host} is no address of this machine`,
  ENOENT: ({ dataDir }) => `DATA_DIR ${dataDir} cannot be made`,
  SQLITE_CANTOPEN: ({ databaseUrl }) => `DATABASE_URL: ${databaseUrl} cannot be opened`,
  SQLITE_NOTADB: ({ databaseUrl }) => `DATABASE_URL: ${databaseUrl} is no SQLite database`,
}
const reachable = /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNRESET|28\w{3}|3D000|57P03)$/

/** Says in one line why a process could not start, naming the setting that may be wrong; no stack. */
export function startProblem(error: unknown, config: Config): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown }
    if (typeof code !== 'string') continue
    const word = words[code]
    if (word) return word(config)
    if (reachable.test(code)) return `DATABASE_URL cannot be reached (${code}${at.message ? `: ${at.message}` : ''})`
  }
  return error instanceof Error ? error.message : String(error)
}
