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
