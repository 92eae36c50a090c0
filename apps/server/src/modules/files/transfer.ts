import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Attachment } from '@care/contract'
import type { OperatorActor, SystemActor, VisitorActor } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import { newId } from '../../kernel/ids.ts'
import type { Services } from '../../kernel/services.ts'
import { addFile } from './commands/add-file.ts'
import { readBody, removeBody, writeBody } from './disk.ts'
import { readRange } from './range.ts'
import { isInline, isProgram, sniff } from './sniff.ts'
import type { FileRecord } from './store.ts'

/** Takes one upload: bytes to disk, type by its bytes, then the row. Refuses programs with FILE_TYPE_REFUSED. */
export const receiveFile = (
  services: Services,
  actor: OperatorActor | VisitorActor,
  given: string,
  req: IncomingMessage,
): Promise<Attachment> => storeFile(services, actor, { name: given, owner: `${actor.kind}:${actor.id}`, body: req })

interface NewFile {
  name: string
  /** See `claimFiles`. */
  owner: string
  body: Readable
  /** Bytes at most; else what an attachment may have. */
  most?: number
}

/** The same of bytes that the product has from elsewhere, for example out of a mail. */
export async function storeFile(
  services: Pick<Services, 'config' | 'clock' | 'execute'>,
  actor: OperatorActor | VisitorActor | SystemActor,
  { name: given, owner, body, most }: NewFile,
): Promise<Attachment> {
  const { config, clock, execute } = services
  const id = newId(clock.now())
  const name = cleanName(given)
  const { size, head } = await writeBody(config.dataDir, id, body, most)
  try {
    const found = await sniff(head)
    if (isProgram(name, found.contentType))
      throw new AppError('FILE_TYPE_REFUSED', 'programs are not taken', { contentType: found.contentType })
    return await execute(addFile, actor, { id, name, size, owner, ...found })
  } catch (error) {
    await removeBody(config.dataDir, id)
    throw error
  }
}

/** Sends a file so that nothing in it can act in our origin; a stretch of it to players, which wind forward by that. */
export async function sendFile(
  { config }: Services,
  file: Pick<FileRecord, 'id' | 'name' | 'size' | 'contentType'>,
  { req, res }: { req: IncomingMessage; res: ServerResponse },
  /** No browser keeps it: it is asked for anew each time. */
  { isKeptNowhere = false } = {},
): Promise<void> {
  const kind = isInline(file.contentType) ? 'inline' : 'attachment'
  const range = readRange(req.headers.range, file.size)
  if (range === 'outside') return void res.writeHead(416, { 'content-range': `bytes */${file.size}` }).end()
  const part = range === 'none' ? undefined : range
  res.writeHead(part ? 206 : 200, {
    'content-type': isInline(file.contentType) ? file.contentType : 'application/octet-stream',
    'content-length': part ? part.end - part.start + 1 : file.size,
    'accept-ranges': 'bytes',
    ...(part && { 'content-range': `bytes ${part.start}-${part.end}/${file.size}` }),
    'content-disposition': `${kind}; filename*=UTF-8''${encodedName(file.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': isKeptNowhere ? 'private, no-store' : 'private, max-age=31536000, immutable',
  })
  await pipeline(readBody(config.dataDir, file.id, part), res).catch(() => res.destroy())
}

/** A name without folders and control characters; the contract has looked at its length. */
const cleanName = (name: string): string => name.replaceAll(/[\p{Cc}/\\]/gu, ' ').trim() || 'file'

/** The name as a header may carry it (RFC 8187), which is stricter than an address. */
const encodedName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
