import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeLists } from './lists-data.ts'

interface Where {
  dir: string
  postgres?: string | undefined
  /** Messages of each request. */
  lines?: string
}
type Say = (text: string) => void

/** The address of the lists' data of this size; they are made unless a run before has made them. */
export async function listsOf({ dir, postgres, lines = '5' }: Where, size: number, say: Say): Promise<string> {
  const name = `care_lists_${size}_${lines}`
  if (postgres !== undefined) {
    const { newDatabase } = await import('./lists-postgres.ts')
    const made = await newDatabase(postgres, name)
    if (made.isNew) {
      await makeLists(made.url, size, Number(lines), say)
      await made.filled()
    }
    return made.url
  }
  mkdirSync(dir, { recursive: true })
  const file = join(dir, `${name}.db`)
  if (existsSync(`${file}.done`)) return file
  rmSync(file, { force: true })
  await makeLists(file, size, Number(lines), say)
  mkdirSync(`${file}.done`)
  return file
}

/** A copy of them that may be written to. */
export async function copyOfLists(
  where: Where,
  size: number,
  say: Say,
): Promise<{ url: string; remove: () => Promise<void> }> {
  const from = await listsOf(where, size, say)
  if (where.postgres !== undefined) {
    const { copyDatabase } = await import('./lists-postgres.ts')
    return copyDatabase(where.postgres, new URL(from).pathname.slice(1))
  }
  const file = `${from}.copy`
  copyFileSync(from, file)
  const remove = async (): Promise<void> => {
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(file + end, { force: true })
  }
  return { url: file, remove }
}
