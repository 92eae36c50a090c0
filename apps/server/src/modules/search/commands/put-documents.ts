import { inArray, sql } from '../../../db/drizzle.ts'
import { preparedWrite } from '../../../db/prepared.ts'
import { indexWords, learnWords } from '../../../db/words.ts'
import type { Tx } from '../../../db/store.ts'
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

const p = (name: string) => sql.placeholder(name)
const newDocument = (tx: Tx) =>
  tx.insert(tx.t.searchDocuments).values({ number: p('number'), head: p('head'), said: p('said'), readTo: p('readTo') })
const insertDocument = preparedWrite('search_document_insert', (tx) =>
  newDocument(tx).onConflictDoNothing().returning({ number: tx.t.searchDocuments.number }),
)
const replaceDocument = preparedWrite('search_document_put', (tx) => {
  const { searchDocuments } = tx.t
  return newDocument(tx)
    .onConflictDoUpdate({
      target: searchDocuments.number,
      set: { head: sql`excluded.head`, said: sql`excluded.said`, readTo: sql`excluded.read_to` },
    })
    .returning({ number: searchDocuments.number })
})

async function put(ctx: Ctx, { before, now }: Remade, isOnlyNew: boolean): Promise<void> {
  const row = rowOf(now)
  // Of those that came beside the log: whoever follows it may have made a later one.
  const [made] = await (isOnlyNew ? insertDocument : replaceDocument)(ctx.tx, row)
  if (!made) return
  const words = allWords(now)
  const old = new Set(before === null ? [] : allWords(before))
  const added = words.filter((word) => !old.has(word))
  const kept = new Set(words)
  const gone = [...old].filter((word) => !kept.has(word))
  if (before !== null && added.length === 0 && gone.length === 0) return
  await indexWords(ctx.tx, now.number, words)
  await learnWords(ctx.tx, added)
  await forget(ctx, gone.slice(0, mostForgotten))
}

/** A word that nobody says any more is not kept: it may have been somebody's name. */
async function forget({ tx }: Ctx, words: readonly string[]): Promise<void> {
  const lost: string[] = []
  for (const word of words) if (!(await isFound(tx, word))) lost.push(word)
  if (lost.length > 0) await tx.delete(tx.t.searchWords).where(inArray(tx.t.searchWords.word, lost))
}
