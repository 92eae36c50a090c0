export interface Config {
  isDemo: boolean
  host: string
  port: number
  dataDir: string
  /** Path of an SQLite file or a postgres:// address. */
  databaseUrl: string
  redisUrl: string | null
  /** Origin under which people reach the server, e.g. https://desk.example; decides cookies and allowed origins. */
  publicUrl: string
  /** Web processes serve HTTP and sockets; workers run jobs and sweeps. Default both. */
  roles: ReadonlySet<'web' | 'worker'>
}
