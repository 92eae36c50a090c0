import {
  dayMs,
  defaultOutcomes,
  defaultWorkflow,
  foldEmail,
  foldText,
  groupWaitSeconds,
  offerSecondsDefault,
  type Capacity,
  type Role,
  wrapUpSecondsDefault,
} from '@care/domain'
import { soundWorkflow } from '../modules/settings/index.ts'
import { returnFields, returnWorkflow } from './return-type.ts'
import type { RowMaker } from './rows.ts'

export const demoPassword = 'care-desktop'
export const siteKey = 'demo'
export const siteId = 'site-demo'

/**
 * Mail and forms are as full as the work in progress makes them, so that the ones that wait stand in the queue and
 * do not ring as soon as somebody is available: the first thing that rings is the newcomer's own chat.
 */
const busyWithMail: Capacity = { email: 3, form: 2 }

export const people = [
  {
    id: 'operator-anna',
    name: 'Anna Kowalska',
    email: 'anna@example.com',
    role: 'operator',
    language: null,
    capacity: busyWithMail,
  },
  {
    id: 'operator-boris',
    name: 'Boris Petrov',
    email: 'boris@example.com',
    role: 'operator',
    language: null,
    capacity: busyWithMail,
  },
  {
    id: 'operator-vera',
    name: 'Vera Ivanova',
    email: 'vera@example.com',
    role: 'supervisor',
    language: null,
    capacity: {},
  },
  {
    id: 'operator-admin',
    name: 'Administrator',
    email: 'admin@example.com',
    role: 'admin',
    language: null,
    capacity: {},
  },
] as const satisfies readonly {
  id: string
  name: string
  email: string
  role: Role
  language: null
  capacity: Capacity
}[]

/** Who answers customers. */
export const agents = [people[0], people[1]] as const
export type Agent = (typeof agents)[number]

export const queues = [
  { id: 'queue-orders', name: 'Orders and returns' },
  { id: 'queue-billing', name: 'Billing' },
  { id: 'queue-service', name: 'Service' },
] as const

export const locations = [
  { id: 'location-plovdiv', name: 'Plovdiv' },
  { id: 'location-sofia', name: 'Sofia' },
] as const

export const requestTypes = [
  { id: 'type-question', name: 'Question', days: 5 },
  { id: 'type-return', name: 'Return', days: 10 },
  { id: 'type-service', name: 'Service case', days: 14 },
] as const

export const autoCloseMsOf = (typeId: string): number =>
  (requestTypes.find(({ id }) => id === typeId)?.days ?? 5) * dayMs

function makeTypes({ add }: Pick<RowMaker, 'add'>, openedAt: number): void {
  for (const { id, name, days } of requestTypes)
    add('requestTypes', {
      id,
      name,
      isDefault: id === 'type-question',
      autoCloseMs: days * dayMs,
      reopenMs: 3 * dayMs,
      onReply: 'reopen',
      workflow: soundWorkflow(id === 'type-return' ? returnWorkflow : defaultWorkflow),
      fields: id === 'type-return' ? returnFields : [],
      outcomes: defaultOutcomes.map((outcome) => ({ ...outcome, name: { ...outcome.name } })),
      version: 1,
    })
  for (const { id, name } of locations)
    add('locations', { id, name, nameFolded: foldText(name), isActive: true, createdAt: openedAt, version: 1 })
}

const queueDefaults = {
  strategy: 'longestIdle',
  offerSeconds: offerSecondsDefault,
  wrapUpSeconds: wrapUpSecondsDefault,
  version: 1,
} as const

/** People, queues, request types and the site of the demo shop. */
export function makeWorkspace(
  { add }: RowMaker,
  openedAt: number,
  now: number,
  passwordHash: string,
  origins: readonly string[],
): void {
  for (const person of people) {
    add('operators', {
      ...person,
      emailFolded: foldEmail(person.email),
      passwordHash,
      isActive: true,
      createdAt: openedAt,
    })
    add('presence', {
      operatorId: person.id,
      // Whoever signs in takes offers at once, so that the newcomer's first chat rings.
      chosen: agents.some(({ id }) => id === person.id) ? 'available' : 'offline',
      awayReason: null,
      since: now,
      isConnected: false,
      graceUntil: null,
      missedInRow: 0,
      idleSince: now,
      lastOfferedAt: null,
      version: 1,
    })
  }
  for (const queue of queues) {
    add('queues', { ...queue, ...queueDefaults })
    for (const agent of agents) add('queueMembers', { queueId: queue.id, operatorId: agent.id })
  }
  add('groups', {
    id: 'group-technicians',
    name: 'Machine technicians',
    nameFolded: foldText('Machine technicians'),
    waitSeconds: groupWaitSeconds.default,
    isActive: true,
    createdAt: openedAt,
    version: 1,
  })
  for (const { id: operatorId } of people.filter(({ role }) => role === 'operator' || role === 'supervisor'))
    add('groupMembers', { groupId: 'group-technicians', operatorId })
  makeTypes({ add }, openedAt)
  add('sites', {
    id: siteId,
    key: siteKey,
    name: 'Brewhaus',
    allowedOrigins: [...origins],
    queueId: 'queue-orders',
    typeId: 'type-question',
    locationId: 'location-sofia',
    language: 'en',
    hasPreChat: true,
    offersCalls: true,
    colour: '#205a43',
    version: 1,
  })
}
