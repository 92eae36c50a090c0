import type { Kit } from '../dialect/column-kit.ts'

export const defineCustomers = (k: Kit) => ({
  companies: k.table('companies', {
    id: k.id('id').primaryKey(),
    name: k.text('name').notNull(),
    nameFolded: k.id('name_folded').notNull().unique(),
    createdAt: k.instant('created_at').notNull(),
  }),
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
      createdAt: k.instant('created_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
      version: k.int('version').notNull(),
    },
    (t) => [
      k.index('customers_email').on(t.emailFolded),
      k.index('customers_phone').on(t.phoneDigits),
      k.index('customers_created').on(t.createdAt, t.id),
      k.index('customers_company').on(t.companyId),
    ],
  ),
  /** One row per word by which a customer is found (folded), so that the beginnings of words use an index. */
  customerWords: k.table(
    'customer_words',
    { word: k.id('word').notNull(), customerId: k.id('customer_id').notNull() },
    (t) => [k.primaryKey({ columns: [t.word, t.customerId] }), k.index('customer_words_customer').on(t.customerId)],
  ),
  visitors: k.table(
    'visitors',
    {
      id: k.id('id').primaryKey(),
      siteId: k.id('site_id').notNull(),
      tokenHash: k.id('token_hash').notNull().unique(),
      customerId: k.id('customer_id').notNull(),
      language: k.text('language'),
      createdAt: k.instant('created_at').notNull(),
      lastSeenAt: k.instant('last_seen_at').notNull(),
    },
    (t) => [k.index('visitors_customer').on(t.customerId)],
  ),
})
