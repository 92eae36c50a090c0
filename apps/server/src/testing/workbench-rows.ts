import { defaultOutcomes, defaultWorkflow, dayMs, type Role } from '@care/domain'
import type { Tx } from '../db/store.ts'

/** Two queues, the default request type and a site. */
export async function insertWorkspace(tx: Tx): Promise<void> {
  await tx.insert(tx.t.queues).values([
    { id: 'q', name: 'General', strategy: 'longestIdle', offerSeconds: 30, version: 1 },
    { id: 'q2', name: 'Billing', strategy: 'longestIdle', offerSeconds: 30, version: 1 },
  ])
  await tx.insert(tx.t.requestTypes).values({
    id: 'general',
    name: 'General',
    isDefault: true,
    autoCloseMs: 5 * dayMs,
    reopenMs: 3 * dayMs,
    onReply: 'reopen',
    workflow: defaultWorkflow,
    outcomes: defaultOutcomes.map((outcome) => ({ ...outcome, isSystem: outcome.isSystem === true })),
    version: 1,
  })
  await tx.insert(tx.t.sites).values({
    id: 'site',
    key: 'shop',
    name: 'Shop',
    allowedOrigins: ['https://shop.example'],
    queueId: 'q',
    typeId: 'general',
    language: 'en',
    hasPreChat: true,
    offersCalls: true,
    colour: '#205a43',
    version: 1,
  })
}

/** An account that is available and connected, member of these queues. */
export async function insertOperator(tx: Tx, name: string, role: Role, queueIds: string[], now: number): Promise<void> {
  const id = name.toLowerCase()
  const email = `${id}@example.com`
  await tx.insert(tx.t.operators).values({
    id,
    name,
    email,
    emailFolded: email,
    passwordHash: '',
    role,
    capacity: {},
    isActive: true,
    createdAt: now,
  })
  await tx.insert(tx.t.presence).values({
    operatorId: id,
    chosen: 'available',
    since: now,
    isConnected: true,
    missedInRow: 0,
    idleSince: now,
    version: 1,
  })
  if (queueIds.length > 0)
    await tx.insert(tx.t.queueMembers).values(queueIds.map((queueId) => ({ queueId, operatorId: id })))
}

/** A customer of whom nothing but perhaps a name is known, and his visitor of the site. */
export async function insertVisitor(tx: Tx, id: string, name: string, now: number): Promise<void> {
  await tx.insert(tx.t.customers).values({
    id: `c-${id}`,
    kind: 'customer',
    name,
    firstName: name,
    familyName: '',
    email: '',
    phone: '',
    isVip: false,
    createdAt: now,
    updatedAt: now,
    version: 1,
  })
  await tx.insert(tx.t.visitors).values({
    id,
    siteId: 'site',
    tokenHash: `hash-${id}`,
    customerId: `c-${id}`,
    language: 'en',
    createdAt: now,
    lastSeenAt: now,
  })
}
