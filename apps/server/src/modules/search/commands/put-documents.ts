import { inArray } from 'drizzle-orm'
import { indexWords } from '../../../db/words.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { lockLogReader, lockReader, moveReader } from '../../../kernel/log-reader.ts'
import { allWords, rowOf } from '../document.ts'
import type { Remade } from '../make.ts'
import { isFound } from '../streams.ts'

/** The reader of the log, and the one that goes through all requests once. */
export type SearchReader = 'search' | 'unsearched'
interface Put {
  reader: SearchReader
  /** Where the reader stood when the documents were made. */
  from: number
  /** Where it stands then. */
  to: number
  remade: readonly Remade[]
}

/** Words that are looked for elsewhere before they are forgotten, of one document. */
const mostForgotten = 200
const wordsAtOnce = 400

/**
 * Writes documents, their index and their words. False, and nothing written, when another process has read on since they
 * were made: it has made them too.
 */
export const putDocuments = command({
  name: 'put-documents',
  action: [],
  // The log's reader first, for both: documents are written by one at a time.
  load: async (ctx, { reader }: Put) => {
    const seq = await lockLogReader(ctx, 'search')
    return reader === 'search' ? seq : lockReader(ctx, reader, 0)
  },
  allow: () => false,
  async run(ctx, seq, { reader, from, to, remade }: Put): Promise<boolean> {
    if (seq !== from) return false
    for (const one of remade) await put(ctx, one, reader === 'unsearched')
    if (to !== from) await moveReader(ctx, reader, to)
    return true
  },
})

async function put(ctx: Ctx, { before, now }: Remade, isOnlyNew: boolean): Promise<void> {
  const { searchDocuments } = ctx.tx.t
  const row = rowOf(now)
  const insert = ctx.tx.insert(searchDocuments).values(row)
  if (isOnlyNew) {
    // Whoever follows the log has made a later one.
    const [made] = await insert.onConflictDoNothing().returning({ number: searchDocuments.number })
    if (!made) return
  } else await insert.onConflictDoUpdate({ target: searchDocuments.number, set: row })
  const words = allWords(now)
  const old = new Set(before === null ? [] : allWords(before))
  const added = words.filter((word) => !old.has(word))
  const kept = new Set(words)
  const gone = [...old].filter((word) => !kept.has(word))
  if (before !== null && added.length === 0 && gone.length === 0) return
  await indexWords(ctx.tx, now.number, words)
  await learn(ctx, added)
  await forget(ctx, gone.slice(0, mostForgotten))
}

async function learn({ tx }: Ctx, words: readonly string[]): Promise<void> {
  for (let from = 0; from < words.length; from += wordsAtOnce)
    await tx
      .insert(tx.t.searchWords)
      .values(words.slice(from, from + wordsAtOnce).map((word) => ({ word })))
      .onConflictDoNothing()
}

/** A word that nobody says any more is not kept: it may have been somebody's name. */
async function forget({ tx }: Ctx, words: readonly string[]): Promise<void> {
  const lost: string[] = []
  for (const word of words) if (!(await isFound(tx, word))) lost.push(word)
  if (lost.length > 0) await tx.delete(tx.t.searchWords).where(inArray(tx.t.searchWords.word, lost))
}
