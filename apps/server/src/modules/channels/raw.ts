import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import type { IntakeRecord } from './store.ts'

/**
 * Bytes up to which a body stands in its row: written with it in one transaction, no file to sync. Larger ones, mails with
 * attachments, would hold up SQLite's one writer and fill its log.
 */
export const inlineBytes = 32 * 1024

type Place = Pick<Config, 'dataDir'>
const root = ({ dataDir }: Place): string => join(dataDir, 'intakes')
/** By the end of the id, which is random; its beginning is the time. */
const folderOf = (place: Place, id: string): string => join(root(place), id.slice(24, 26))
const pathOf = (place: Place, id: string): string => join(folderOf(place, id), id)

/** Makes what came in durable, as far as it is no row: gives back what the row is to hold. */
export async function keepRaw(place: Place, id: string, raw: Uint8Array): Promise<string | null> {
  if (raw.length <= inlineBytes) return Buffer.from(raw).toString('base64')
  await mkdir(folderOf(place, id), { recursive: true })
  const part = `${pathOf(place, id)}.part`
  const file = await open(part, 'wx')
  try {
    await file.write(raw)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, pathOf(place, id))
  return null
}

export async function readRaw(place: Place, { id, raw }: Pick<IntakeRecord, 'id' | 'raw'>): Promise<Buffer> {
  return raw === null ? readFile(pathOf(place, id)) : Buffer.from(raw, 'base64')
}

/** Also by the name of a part. */
export const removeRaw = (place: Place, id: string): Promise<void> => rm(pathOf(place, id), { force: true })

/** The names of all bodies that are files: ids, and `<id>.part` of what a process that died was writing. */
export async function rawFiles(place: Place): Promise<string[]> {
  const names = await readdir(root(place), { recursive: true, withFileTypes: true }).catch(() => [])
  return names.filter((entry) => entry.isFile()).map(({ name }) => name)
}
