import pg from 'pg'

/** The database of this name on a server, made anew unless it was filled to its end. `filled` says that it was. */
export async function newDatabase(
  server: string,
  name: string,
): Promise<{ url: string; isNew: boolean; filled: () => Promise<void> }> {
  const isNew = await onServer(server, async (client) => {
    const { rowCount } = await client.query(
      "select 1 from pg_database where datname = $1 and shobj_description(oid, 'pg_database') = 'filled'",
      [name],
    )
    if (rowCount === 1) return false
    await client.query(`drop database if exists ${name}`)
    await client.query(`create database ${name}`)
    return true
  })
  return {
    url: urlOf(server, name),
    isNew,
    filled: () =>
      onServer(server, async (client) => void (await client.query(`comment on database ${name} is 'filled'`))),
  }
}

/** A copy beside it, to be written to. */
export async function copyDatabase(
  server: string,
  name: string,
): Promise<{ url: string; remove: () => Promise<void> }> {
  const copy = `${name}_copy`
  const remove = () =>
    onServer(server, async (client) => void (await client.query(`drop database if exists ${copy} with (force)`)))
  await remove()
  await onServer(server, async (client) => {
    await client.query(`create database ${copy} template ${name} strategy file_copy`)
    await client.query('checkpoint')
  })
  return { url: urlOf(server, copy), remove }
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
function urlOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
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
