import { type BusinessHours, defaultTargets, overflowOffers, relaxSkillsSecondsDefault, strategies } from '@care/domain'
import { callbackPlaces } from '@care/domain/callbacks'
import { recordingDays, recordingListeners } from '@care/domain/recording'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

export const defineWorkspace = (k: Kit) => ({
  settings: k.table('settings', { key: k.id('key').primaryKey(), value: k.json<unknown>('value').notNull() }),
  counters: k.table('counters', { name: k.id('name').primaryKey(), value: k.int('value').notNull() }),
  /** Opening hours and holidays in a zone of their own; queues share them (row T8, rule 30). */
  calendars: k.table('calendars', {
    id: k.id('id').primaryKey(),
    name: k.text('name').notNull(),
    nameFolded: k.id('name_folded').notNull().unique(),
    timeZone: k.text('time_zone').notNull(),
    days: k.json<BusinessHours['days']>('days').notNull(),
    holidays: k.json<BusinessHours['holidays']>('holidays').notNull(),
    version: k.int('version').notNull(),
  }),
  queues: k.table(
    'queues',
    {
      id: k.id('id').primaryKey(),
      name: k.text('name').notNull(),
      strategy: k.oneOf('strategy', strategies).notNull(),
      offerSeconds: k.int('offer_seconds').notNull(),
      /** What its work needs, and after how long in it that only prefers; null = it always filters (rule 14). */
      skills: k.json<string[]>('skills').notNull().default([]),
      relaxSkillsSeconds: k.int('relax_skills_seconds').default(relaxSkillsSecondsDefault),
      /** What it promises (rule 45): accepted within so long, so many of a hundred, nobody longer than. */
      serviceLevelSeconds: k.int('service_level_seconds').notNull().default(defaultTargets.serviceLevelSeconds),
      serviceLevelPercent: k.int('service_level_percent').notNull().default(defaultTargets.serviceLevelPercent),
      maxWaitSeconds: k.int('max_wait_seconds').notNull().default(defaultTargets.maxWaitSeconds),
      /** How long its operators wrap up after a talk (row T7); null or 0 = not at all. */
      wrapUpSeconds: k.int('wrap_up_seconds'),
      /** After so long in it work overflows: to another queue, to an offer to its customer, or both (rule 18); null = it waits on. */
      overflowSeconds: k.int('overflow_seconds'),
      overflowQueueId: k.id('overflow_queue_id'),
      overflowOffer: k.oneOf('overflow_offer', overflowOffers),
      /** How many customers may choose the same time to be called back (row K4). */
      callbackPlaces: k.int('callback_places').notNull().default(callbackPlaces.usual),
      /** Whether its calls are recorded, for how long that is kept, and who may listen besides supervisors (row K5). */
      recordsCalls: k.bool('records_calls').notNull().default(false),
      recordingDays: k.int('recording_days').notNull().default(recordingDays.usual),
      recordingListeners: k.oneOf('recording_listeners', recordingListeners).notNull().default('supervisors'),
      /** Off: not to be chosen any more. */
      isActive: k.bool('is_active').notNull().default(true),
      /** Null = always open. */
      calendarId: k.id('calendar_id'),
      /** When it opens or closes next; the sweep tells whoever looks. */
      turnsAt: k.instant('turns_at'),
      /** Since when somebody waits longer than `maxWaitSeconds`, as far as it was told; null = nobody does. */
      lateSince: k.instant('late_since'),
      version: k.int('version').notNull(),
    },
    (t) => [
      k
        .index('queues_turns')
        .on(t.turnsAt, t.id)
        .where(sql`turns_at is not null`),
      k.index('queues_calendar').on(t.calendarId),
    ],
  ),
  queueMembers: k.table(
    'queue_members',
    { queueId: k.id('queue_id').notNull(), operatorId: k.id('operator_id').notNull() },
    (t) => [k.primaryKey({ columns: [t.queueId, t.operatorId] }), k.index('queue_members_operator').on(t.operatorId)],
  ),
  /** Operators who work together; a task can be handed to them (row T6). */
  groups: k.table('groups', {
    id: k.id('id').primaryKey(),
    name: k.text('name').notNull(),
    nameFolded: k.id('name_folded').notNull().unique(),
    /** So long its members alone are rung for what is handed to it; then the task's queue is. */
    waitSeconds: k.int('wait_seconds').notNull(),
    /** Off: nothing is handed to it any more. */
    isActive: k.bool('is_active').notNull(),
    createdAt: k.instant('created_at').notNull(),
    version: k.int('version').notNull(),
  }),
  groupMembers: k.table(
    'group_members',
    { groupId: k.id('group_id').notNull(), operatorId: k.id('operator_id').notNull() },
    (t) => [k.primaryKey({ columns: [t.groupId, t.operatorId] }), k.index('group_members_operator').on(t.operatorId)],
  ),
  /** Outlets, shops, stores; a request belongs to one or to none. */
  locations: k.table('locations', {
    id: k.id('id').primaryKey(),
    name: k.text('name').notNull(),
    nameFolded: k.id('name_folded').notNull().unique(),
    /** Off: not to be chosen any more; requests keep it. */
    isActive: k.bool('is_active').notNull(),
    createdAt: k.instant('created_at').notNull(),
    version: k.int('version').notNull(),
  }),
  sites: k.table('sites', {
    id: k.id('id').primaryKey(),
    key: k.id('key').notNull().unique(),
    name: k.text('name').notNull(),
    allowedOrigins: k.json<string[]>('allowed_origins').notNull(),
    queueId: k.id('queue_id').notNull(),
    typeId: k.id('type_id').notNull(),
    /** Where the requests of its visitors belong. */
    locationId: k.id('location_id'),
    language: k.text('language').notNull(),
    hasPreChat: k.bool('has_pre_chat').notNull(),
    /** Its visitors may call in the browser. */
    offersCalls: k.bool('offers_calls').notNull().default(false),
    /** Who is not signed in sees a talk only while it goes on. */
    historyNeedsIdentity: k.bool('history_needs_identity').notNull().default(false),
    colour: k.text('colour').notNull(),
    /** What its talks need besides their queue's skills. */
    skills: k.json<string[]>('skills').notNull().default([]),
    version: k.int('version').notNull(),
  }),
  /** Keys by which a site's own server signs who its visitors are (row M8); the id is the token's `kid`. */
  siteKeys: k.table(
    'site_keys',
    {
      id: k.id('id').primaryKey(),
      siteId: k.id('site_id').notNull(),
      /** The secret, sealed (kernel/secrets.ts). */
      sealed: k.text('sealed').notNull(),
      createdAt: k.instant('created_at').notNull(),
      createdById: k.id('created_by_id'),
      revokedAt: k.instant('revoked_at'),
    },
    (t) => [k.index('site_keys_site').on(t.siteId, t.createdAt)],
  ),
})
