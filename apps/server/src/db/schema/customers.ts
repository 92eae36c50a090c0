import { fieldKinds, type AttributeValue, type FieldOption } from '@care/domain'
import { tiedKinds } from '@care/domain/identity'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

/** What a merge moved and what stood before, so that its undo puts everything back. Personal text: erasure blanks it. */
export interface MergeRecord {
  /** Columns of the target that the choice of values changed: what stood, and what was chosen. */
  before: Record<string, unknown>
  after: Record<string, unknown>
  /** Talks and ratings follow their requests. */
  requestIds: string[]
  visitorIds: string[]
  /** Customers merged into the source before: they follow it, and come back with it. */
  aliasIds: string[]
  /** Merges from before there were to-dos, deals and ids of others moved none. */
  todoIds?: string[]
  dealIds?: string[]
  identityIds?: string[]
  /** Groups (folded) that the target got by it. */
  addedGroups: string[]
  /** An alias made for an address or number of the target that was not chosen: who writes from there arrives all the same. */
  contactId: string | null
}

export const defineCustomers = (k: Kit) => ({
  companies: k.table('companies', {
    id: k.id('id').primaryKey(),
    name: k.text('name').notNull(),
    nameFolded: k.id('name_folded').notNull().unique(),
    createdAt: k.instant('created_at').notNull(),
    version: k.int('version').notNull().default(1),
  }),
  /** Mail domains by which a company's people are known; a domain belongs to one company. */
  companyDomains: k.table(
    'company_domains',
    { domain: k.id('domain').primaryKey(), companyId: k.id('company_id').notNull() },
    (t) => [k.index('company_domains_company').on(t.companyId)],
  ),
  customers: k.table(
    'customers',
    {
      id: k.id('id').primaryKey(),
      kind: k.oneOf('kind', ['customer', 'employee']).notNull(),
      name: k.text('name').notNull(),
      firstName: k.text('first_name').notNull(),
      familyName: k.text('family_name').notNull(),
      email: k.text('email').notNull(),
      emailFolded: k.id('email_folded'),
      phone: k.text('phone').notNull(),
      phoneDigits: k.id('phone_digits'),
      companyId: k.id('company_id'),
      language: k.text('language'),
      timeZone: k.text('time_zone'),
      isVip: k.bool('is_vip').notNull(),
      /** Values of the workspace's own fields, by the field's id. */
      attributes: k.json<Record<string, AttributeValue>>('attributes').notNull().default({}),
      /** When a person last said that all of it is still right. */
      checkedAt: k.instant('checked_at'),
      /** Merged into this one: the row is an alias, so that old links and late writes arrive there. */
      mergedIntoId: k.id('merged_into_id'),
      createdAt: k.instant('created_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
      version: k.int('version').notNull(),
    },
    (t) => [
      k.index('customers_email').on(t.emailFolded),
      k.index('customers_phone').on(t.phoneDigits),
      k.index('customers_created').on(t.createdAt, t.id),
      k.index('customers_company').on(t.companyId),
      k
        .index('customers_vip')
        .on(t.createdAt, t.id)
        .where(sql`is_vip`),
      k
        .index('customers_merged')
        .on(t.mergedIntoId)
        .where(sql`merged_into_id is not null`),
    ],
  ),
  customerGroups: k.table(
    'customer_groups',
    {
      groupFolded: k.id('group_folded').notNull(),
      customerId: k.id('customer_id').notNull(),
      name: k.text('name').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.groupFolded, t.customerId] }),
      k.index('customer_groups_customer').on(t.customerId),
    ],
  ),
  /** The workspace's own fields of a customer; a removed one keeps its values until it is brought back. */
  customerFields: k.table('customer_fields', {
    id: k.id('id').primaryKey(),
    name: k.text('name').notNull(),
    kind: k.oneOf('kind', fieldKinds).notNull(),
    options: k.json<FieldOption[]>('options').notNull(),
    position: k.int('position').notNull(),
    isRemoved: k.bool('is_removed').notNull(),
    createdAt: k.instant('created_at').notNull(),
    version: k.int('version').notNull(),
  }),
  customerMerges: k.table(
    'customer_merges',
    {
      id: k.id('id').primaryKey(),
      targetId: k.id('target_id').notNull(),
      sourceId: k.id('source_id').notNull(),
      record: k.json<MergeRecord>('record').notNull(),
      mergedAt: k.instant('merged_at').notNull(),
      mergedById: k.id('merged_by_id'),
      undoneAt: k.instant('undone_at'),
    },
    (t) => [
      k.index('customer_merges_target').on(t.targetId, t.mergedAt),
      k.index('customer_merges_source').on(t.sourceId),
    ],
  ),
  /** Two of whom a person said that they are not the same; the smaller id first. */
  customerPairs: k.table(
    'customer_pairs',
    {
      firstId: k.id('first_id').notNull(),
      secondId: k.id('second_id').notNull(),
      saidAt: k.instant('said_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.firstId, t.secondId] }), k.index('customer_pairs_second').on(t.secondId)],
  ),
  /** One row per word by which a customer is found (folded), so that the beginnings of words use an index. */
  customerWords: k.table(
    'customer_words',
    { word: k.id('word').notNull(), customerId: k.id('customer_id').notNull() },
    (t) => [k.primaryKey({ columns: [t.word, t.customerId] }), k.index('customer_words_customer').on(t.customerId)],
  ),
  /** Ids that others have given a customer, each tied to him alone: what a site signs, what a messenger calls him. */
  customerIdentities: k.table(
    'customer_identities',
    {
      id: k.id('id').primaryKey(),
      customerId: k.id('customer_id').notNull(),
      kind: k.oneOf('kind', tiedKinds).notNull(),
      /** The site or channel that gave it. */
      issuer: k.id('issuer').notNull(),
      value: k.id('value').notNull(),
      createdAt: k.instant('created_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('customer_identities_value').on(t.kind, t.issuer, t.value),
      k.index('customer_identities_customer').on(t.customerId),
    ],
  ),
  /** A browser that proved whose it is; its visitor may have several. */
  visitorSessions: k.table(
    'visitor_sessions',
    {
      tokenHash: k.id('token_hash').primaryKey(),
      visitorId: k.id('visitor_id').notNull(),
      /** The site's key by which it was proven last; revoked, it opens nothing any more. */
      keyId: k.id('key_id').notNull(),
      provenAt: k.instant('proven_at').notNull(),
    },
    (t) => [k.index('visitor_sessions_visitor').on(t.visitorId)],
  ),
  visitors: k.table(
    'visitors',
    {
      id: k.id('id').primaryKey(),
      siteId: k.id('site_id').notNull(),
      tokenHash: k.id('token_hash').notNull().unique(),
      customerId: k.id('customer_id').notNull(),
      /** What he himself said stands there, once somebody put him with a known customer: he is shown only that. */
      ownCustomerId: k.id('own_customer_id'),
      /** Whom his site's signature says that he is: one visitor on all his devices. Null = one browser. */
      identityId: k.id('identity_id').unique(),
      language: k.text('language'),
      /** Blocked as spam since then; a copy of his row in `blocked_senders`, so that the door asks nothing more. */
      blockedAt: k.instant('blocked_at'),
      createdAt: k.instant('created_at').notNull(),
      lastSeenAt: k.instant('last_seen_at').notNull(),
    },
    (t) => [k.index('visitors_customer').on(t.customerId)],
  ),
})
