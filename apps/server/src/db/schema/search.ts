import type { Kit } from '../dialect/column-kit.ts'

/**
 * What requests are searched in (ADR 0022): the distinct folded words of each, derived from its rows and made anew by
 * the module `search`. The index over them differs by engine and is in `db/words.ts`.
 */
export const defineSearch = (k: Kit) => ({
  searchDocuments: k.table('search_documents', {
    number: k.int('number').primaryKey(),
    /** Of the request itself and its customer: ` word word word`, a space before each. */
    head: k.id('head').notNull(),
    /** Of its messages and comments, in the same form. */
    said: k.id('said').notNull(),
    /** How much of each activity is in `said`: [activity, messages, comments]…; more is added, less makes it anew. */
    readTo: k.json<[string, number, number][]>('read_to').notNull(),
  }),
  /** Every word of the documents once: what a beginning of a word stands for. */
  searchWords: k.table('search_words', { word: k.id('word').primaryKey() }),
})
