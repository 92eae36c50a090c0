import { awayReasons, chosenPresences, roles, singleKeyModes, type Capacity, type QuietHours } from '@care/domain'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

/** Accounts, sessions, presence and the processes that hold the sockets. */
export const definePeople = (k: Kit) => ({
  operators: k.table('operators', {
    id: k.id('id').primaryKey(),
    name: k.text('name').notNull(),
    email: k.text('email').notNull(),
    emailFolded: k.id('email_folded').notNull().unique(),
    passwordHash: k.text('password_hash').notNull(),
    role: k.oneOf('role', roles).notNull(),
    language: k.text('language'),
    /** How letters alone act for him: as they are, only with Alt, not at all (WCAG 2.1.4). */
    singleKeys: k.oneOf('single_keys', singleKeyModes).notNull().default('on'),
    /** Stands below the mails he writes, above that of the mailbox. */
    mailSignature: k.text('mail_signature').notNull().default(''),
    capacity: k.json<Capacity>('capacity').notNull(),
    /** What he can do (rule 14). */
    skills: k.json<string[]>('skills').notNull().default([]),
    isActive: k.bool('is_active').notNull(),
    createdAt: k.instant('created_at').notNull(),
    /** Counts edits of name, capacity and skills (rule 4). */
    version: k.int('version').notNull().default(1),
  }),
  sessions: k.table(
    'sessions',
    {
      id: k.id('id').primaryKey(),
      /** SHA-256 of the cookie's token, base64url. */
      tokenHash: k.id('token_hash').notNull().unique(),
      operatorId: k.id('operator_id').notNull(),
      userAgent: k.text('user_agent').notNull(),
      createdAt: k.instant('created_at').notNull(),
      lastSeenAt: k.instant('last_seen_at').notNull(),
      expiresAt: k.instant('expires_at').notNull(),
    },
    (t) => [k.index('sessions_operator').on(t.operatorId, t.createdAt), k.index('sessions_expires').on(t.expiresAt)],
  ),
  setupTokens: k.table('setup_tokens', {
    tokenHash: k.id('token_hash').primaryKey(),
    createdAt: k.instant('created_at').notNull(),
    expiresAt: k.instant('expires_at').notNull(),
    usedAt: k.instant('used_at'),
  }),
  /** Counted tries per key and window: sign-in, widget sessions, uploads. */
  rateLimits: k.table(
    'rate_limits',
    {
      key: k.id('key').primaryKey(),
      windowStart: k.instant('window_start').notNull(),
      tries: k.int('tries').notNull(),
    },
    (t) => [k.index('rate_limits_window').on(t.windowStart)],
  ),
  presence: k.table(
    'presence',
    {
      operatorId: k.id('operator_id').primaryKey(),
      chosen: k.oneOf('chosen', chosenPresences).notNull(),
      awayReason: k.oneOf('away_reason', awayReasons),
      since: k.instant('since').notNull(),
      isConnected: k.bool('is_connected').notNull(),
      /** Until when a lost connection counts as a reload (domain rule 21). */
      graceUntil: k.instant('grace_until'),
      missedInRow: k.int('missed_in_row').notNull(),
      idleSince: k.instant('idle_since').notNull(),
      lastOfferedAt: k.instant('last_offered_at'),
      /** Not to be disturbed since then, until then (null = until he says so), and why; null = he may be. */
      dndSince: k.instant('dnd_since'),
      dndUntil: k.instant('dnd_until'),
      dndBy: k.oneOf('dnd_by', ['hand', 'quietHours']),
      /** When that ends or his quiet hours begin: the sweep looks then. */
      dndLookAt: k.instant('dnd_look_at'),
      quietHours: k.json<QuietHours>('quiet_hours'),
      version: k.int('version').notNull(),
    },
    (t) => [
      k.index('presence_grace').on(t.graceUntil),
      k
        .index('presence_dnd')
        .on(t.dndLookAt, t.operatorId)
        .where(sql`dnd_look_at is not null`),
    ],
  ),
  /** Open sockets of operators; a process that died leaves rows that a sweep removes. */
  connections: k.table(
    'connections',
    {
      id: k.id('id').primaryKey(),
      operatorId: k.id('operator_id').notNull(),
      processId: k.id('process_id').notNull(),
      connectedAt: k.instant('connected_at').notNull(),
    },
    (t) => [k.index('connections_operator').on(t.operatorId), k.index('connections_process').on(t.processId)],
  ),
  processes: k.table('processes', {
    id: k.id('id').primaryKey(),
    startedAt: k.instant('started_at').notNull(),
    lastSeenAt: k.instant('last_seen_at').notNull(),
  }),
})
