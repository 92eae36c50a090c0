import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ReplyFileFormat, replyColumns } from '@care/contract'
import { limits } from '@care/domain'
import { writeCsv } from '@care/domain/quick-replies'
import { AppError } from '../../../kernel/app-error.ts'
import type { ReplyRecord } from '../store.ts'

/** The text of an uploaded file; spreadsheets write UTF-16 too. Refuses TOO_LARGE as soon as the limit is passed. */
export async function readText(req: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limits.quickRepliesFileBytes)
      throw new AppError('TOO_LARGE', 'the file is too large', { limit: limits.quickRepliesFileBytes })
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  return new TextDecoder(body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(body)
}

const writers: Record<ReplyFileFormat, { type: string; write: (replies: readonly ReplyRecord[]) => string }> = {
  json: {
    type: 'application/json; charset=utf-8',
    write: (replies) =>
      `${JSON.stringify({ quickReplies: replies.map(({ shortcut, title, group, texts }) => ({ shortcut, title, group, texts })) }, null, 2)}\n`,
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    // The mark in front tells spreadsheets that it is UTF-8.
    write: (replies) =>
      `\uFEFF${writeCsv([
        replyColumns,
        ...replies.map(({ shortcut, title, group, texts }) => [
          shortcut,
          title,
          group,
          ...replyColumns.slice(3).map((language) => texts[language] ?? ''),
        ]),
      ])}`,
  },
}

/** Answers an export as a file to save. */
export function sendReplies(res: ServerResponse, format: ReplyFileFormat, replies: readonly ReplyRecord[]): void {
  const { type, write } = writers[format]
  res.writeHead(200, {
    'content-type': type,
    'content-disposition': `attachment; filename="quick-replies.${format}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  res.end(write(replies))
}
