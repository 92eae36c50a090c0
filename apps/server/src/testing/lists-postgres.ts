import pg from 'pg'

/** The database of this name on a server; `isNew` when it has yet to be filled. */
export async function newDatabase(server: string, name: string): Promise<{ url: string; isNew: boolean }> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount === 0) await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, isNew: rowCount === 0 }
}

type Value = string | number | null
interface Connection {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

/** Puts rows into a table by COPY: a third of the time that inserts of arrays take. */
export function copyInto(client: pg.Client, table: string, list: string, rows: readonly Value[][]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const text = rows.map((row) => `${row.map(cellOf).join('\t')}\n`).join('')
  client.query({
    submit: (connection: Connection) => connection.query(`copy ${table} (${list}) from stdin`),
    handleCopyInResponse(connection: Connection) {
      connection.sendCopyFromChunk(Buffer.from(text))
      connection.endCopyFrom()
    },
    handleCommandComplete() {},
    handleReadyForQuery: () => resolve(),
    handleError: reject,
  } as unknown as pg.Submittable)
  return promise
}

const special: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const cellOf = (value: Value): string =>
  value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (sign) => special[sign] ?? sign)
