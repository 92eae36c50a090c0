import { channelHealths, channelProblems, intakeStates, type Settings } from '@care/domain/channels'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

/** Ways in and out that administrators set up, and what came in by them and is yet to be taken (ADR 0027). */
export const defineChannels = (k: Kit) => ({
  channels: k.table('channels', {
    id: k.id('id').primaryKey(),
    /** Of a folder in `channels/`; never changes. */
    kind: k.id('kind').notNull(),
    name: k.text('name').notNull(),
    /** Of a removed one the id: its name is free again. */
    nameFolded: k.id('name_folded').notNull().unique(),
    isOn: k.bool('is_on').notNull(),
    /** Null = the standard one. */
    queueId: k.id('queue_id'),
    typeId: k.id('type_id'),
    locationId: k.id('location_id'),
    settings: k.json<Settings>('settings').notNull(),
    /** Sealed, by the name of the field. */
    secrets: k.json<Record<string, string>>('secrets').notNull(),
    health: k.oneOf('health', channelHealths).notNull(),
    problem: k.oneOf('problem', channelProblems),
    problemText: k.text('problem_text'),
    /** Since when it is not well. */
    problemAt: k.instant('problem_at'),
    lastOkAt: k.instant('last_ok_at'),
    /** The same of sending, where a kind sends by another way than it receives; null before it was tried. */
    sendHealth: k.oneOf('send_health', channelHealths),
    sendProblem: k.oneOf('send_problem', channelProblems),
    sendProblemText: k.text('send_problem_text'),
    sendProblemAt: k.instant('send_problem_at'),
    sendLastOkAt: k.instant('send_last_ok_at'),
    createdAt: k.instant('created_at').notNull(),
    /** What came by it still names it. */
    removedAt: k.instant('removed_at'),
    version: k.int('version').notNull(),
  }),
  /** Stored before it is answered, then taken by a job; who sends it twice is told the same. */
  intakes: k.table(
    'intakes',
    {
      id: k.id('id').primaryKey(),
      channelId: k.id('channel_id').notNull(),
      /** What it is called on the other side. */
      externalId: k.id('external_id').notNull(),
      receivedAt: k.instant('received_at').notNull(),
      state: k.oneOf('state', intakeStates).notNull(),
      tries: k.int('tries').notNull(),
      nextTryAt: k.instant('next_try_at'),
      error: k.text('error'),
      /** In base64; null when it is a file of its own, and when it was taken: the words live on where they can be erased. */
      raw: k.text('raw'),
      rawBytes: k.int('raw_bytes').notNull(),
    },
    (t) => [
      k.uniqueIndex('intakes_once').on(t.channelId, t.externalId),
      k
        .index('intakes_failed')
        .on(t.channelId, t.receivedAt, t.id)
        .where(sql`state = 'failed'`),
      k.index('intakes_old').on(t.receivedAt, t.id),
    ],
  ),
  /** Which process holds the connection of a channel, and until when it is its own without renewing that. */
  channelLeases: k.table('channel_leases', {
    channelId: k.id('channel_id').primaryKey(),
    processId: k.id('process_id').notNull(),
    until: k.instant('until').notNull(),
  }),
  /** How far the other side has been read, in the words of its kind; apart from the channel, whose version it does not move. */
  channelBookmarks: k.table('channel_bookmarks', {
    channelId: k.id('channel_id').primaryKey(),
    mark: k.text('mark').notNull(),
    keptAt: k.instant('kept_at').notNull(),
  }),
})
