import {
  awayReasons,
  chosenPresences,
  mediumIds,
  permissions,
  roles,
  singleKeyModes,
  type Permission,
} from '@care/domain'
import { z } from 'zod'
import { id, instant, language, ref, version } from './common.ts'
import { notificationSettings, quietHours } from './notification.ts'

export const permission = z.enum(Object.keys(permissions) as [Permission, ...Permission[]])
export const role = z.enum(roles)
export const shownPresence = z.enum(['available', 'busy', 'away', 'offline'])
export const awayReason = z.enum(awayReasons)
/** How letters alone act as shortcuts: as they are, only with Alt held, or not at all. */
export const singleKeys = z.enum(singleKeyModes)
export const capacity = z.partialRecord(z.enum(mediumIds), z.number().int().min(0).max(99))

export const presence = z.object({
  operatorId: id,
  chosen: z.enum(chosenPresences),
  awayReason: awayReason.nullable(),
  /** What colleagues see and what routing does (domain rule 20). */
  shown: shownPresence,
  since: instant,
  /** Nothing rings and nothing is offered, until then (null = until he says so); null = he may be disturbed. */
  doNotDisturb: z.object({ until: instant.nullable(), by: z.enum(['hand', 'quietHours']) }).nullable(),
  /** Places taken and places at all, per medium. */
  load: z.partialRecord(z.enum(mediumIds), z.object({ taken: z.number(), places: z.number() })),
  version,
})
export type Presence = z.output<typeof presence>

export const operator = z.object({
  id,
  name: z.string(),
  /** Tells people of one name apart. */
  email: z.string(),
  role,
  isActive: z.boolean(),
  presence: shownPresence,
  awayReason: awayReason.nullable(),
  /** He is not to be disturbed now. */
  isDoNotDisturb: z.boolean(),
  queueIds: z.array(id),
  /** Places by medium where they differ from the default. */
  capacity,
  /** What he can do: routing gives him first the work that needs it (domain rule 14). */
  skills: z.array(z.string()),
  version,
})
export type Operator = z.output<typeof operator>

/** What an account still has; each counted up to 1,000, which stands for more. */
export const operatorWork = z.object({
  tasks: z.number().int(),
  todos: z.number().int(),
  deals: z.number().int(),
})
export type OperatorWork = z.output<typeof operatorWork>

export const me = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  permissions: z.array(permission),
  language: language.nullable(),
  singleKeys,
  /** Stands below the mails he writes. */
  mailSignature: z.string(),
  queues: z.array(ref),
  presence,
  notifications: notificationSettings.extend({
    /** Open and not read; 100 stands for more. */
    unread: z.number().int(),
    quietHours: quietHours.nullable(),
    /** Mail can go out: without a mailbox nobody is told by it. */
    isMailSetUp: z.boolean(),
  }),
})
export type Me = z.output<typeof me>

export const session = z.object({
  id,
  createdAt: instant,
  lastSeenAt: instant,
  userAgent: z.string(),
  isCurrent: z.boolean(),
})
export type Session = z.output<typeof session>
