import { command } from '../../../kernel/command.ts'
import { lockLogReader, lockReader } from '../../../kernel/log-reader.ts'
import type { SearchReader } from './put-documents.ts'

/** Says where a reader of the search begins, once: at the end of the log, or before the first request. */
export const beginSearch = command({
  name: 'begin-search',
  action: [],
  load: (ctx, { reader }: { reader: SearchReader }) =>
    reader === 'search' ? lockLogReader(ctx, reader) : lockReader(ctx, reader, 0),
  allow: () => false,
  run: async (_, seq) => seq,
})
