import { createReadStream, type ReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { join } from 'node:path'
import { limits } from '@care/domain'
import { AppError } from '../../kernel/app-error.ts'
import type { ByteRange } from './range.ts'
import { headBytes } from './sniff.ts'

const folderOf = (dataDir: string, id: string): string => join(dataDir, 'files', id.slice(-2))
export const pathOf = (dataDir: string, id: string): string => join(folderOf(dataDir, id), id)

/**
 * Streams a body to disk, durable when it resolves. Refuses TOO_LARGE as soon as the limit is passed; a broken upload
 * leaves nothing behind.
 */
export async function writeBody(
  dataDir: string,
  id: string,
  body: Readable,
  most: number = limits.attachmentBytes,
): Promise<{ size: number; head: Uint8Array }> {
  const folder = folderOf(dataDir, id)
  await mkdir(folder, { recursive: true })
  const part = join(folder, `${id}.part`)
  const file = await open(part, 'wx')
  const heads: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      if (size < headBytes) heads.push(chunk.subarray(0, headBytes - size))
      size += chunk.length
      if (size > most) throw new AppError('TOO_LARGE', 'the file is too large', { limit: most })
      await file.write(chunk)
    }
    if (size === 0)
      throw new AppError('INVALID_INPUT', 'the file is empty', { issues: [{ path: 'file', message: 'empty' }] })
    await file.sync()
    await file.close()
    await rename(part, join(folder, id))
    return { size, head: Buffer.concat(heads) }
  } catch (error) {
    await file.close().catch(() => {})
    await rm(part, { force: true })
    if (error instanceof AppError) throw error
    throw new AppError('INVALID_INPUT', 'the upload broke off', { issues: [{ path: 'file', message: 'incomplete' }] })
  }
}

export const readBody = (dataDir: string, id: string, range?: ByteRange): ReadStream =>
  createReadStream(pathOf(dataDir, id), range)
export const removeBody = (dataDir: string, id: string): Promise<void> => rm(pathOf(dataDir, id), { force: true })

/** The same bytes under another id: a second name of one file where the disk has such, else a copy. */
export async function copyBody(dataDir: string, from: string, to: string): Promise<void> {
  await mkdir(folderOf(dataDir, to), { recursive: true })
  const [source, target] = [pathOf(dataDir, from), pathOf(dataDir, to)]
  await link(source, target).catch(() => copyFile(source, target))
}
