import {
  defaultTargets,
  limits,
  overflowOffers,
  overflowSecondsLimits,
  relaxSkillsSecondsDefault,
  relaxSkillsSecondsMost,
  strategies,
  wrapUpSecondsDefault,
  wrapUpSecondsMost,
} from '@care/domain'
import { callbackPlaces } from '@care/domain/callbacks'
import { recordingDays, recordingListeners } from '@care/domain/recording'
import { z } from 'zod'
import { id, instant, language, requiredText, skills, version } from './common.ts'
import { capacity } from './operator.ts'

export const queue = z.object({
  id,
  name: z.string(),
  strategy: z.enum(strategies),
  offerSeconds: z.number().int(),
  /** What its work needs (domain rule 14). */
  skills: z.array(z.string()),
  /** After so long in the queue skills only prefer; null = they always filter. */
  relaxSkillsSeconds: z.number().int().nullable(),
  /** Its opening hours; null = always open. */
  calendarId: id.nullable(),
  isOpen: z.boolean(),
  /** When it opens or closes next. */
  turnsAt: instant.nullable(),
  /** What it promises (domain rule 45): accepted within so long, so many of a hundred, nobody longer than. */
  serviceLevelSeconds: z.number().int(),
  serviceLevelPercent: z.number().int(),
  maxWaitSeconds: z.number().int(),
  /** How long its operators wrap up after a talk, without offers; null or 0 = not at all. */
  wrapUpSeconds: z.number().int().nullable(),
  /** After so long in it work overflows (domain rule 18): to another queue, to an offer to its customer, or both; null = it waits on. */
  overflowSeconds: z.number().int().nullable(),
  overflowQueueId: id.nullable(),
  overflowOffer: z.enum(overflowOffers).nullable(),
  /** How many customers may choose the same half hour to be called back (row K4). */
  callbackPlaces: z.number().int(),
  /** Its calls are recorded when their customers agree (row K5). */
  recordsCalls: z.boolean(),
  /** Days that a recording is kept. */
  recordingDays: z.number().int(),
  /** Who may listen: supervisors, or whose request it is too. */
  recordingListeners: z.enum(recordingListeners),
  /** False: archived, not to be chosen any more. */
  isActive: z.boolean(),
  memberIds: z.array(id),
  waiting: z.number().int(),
  isMine: z.boolean(),
  version,
})
export type Queue = z.output<typeof queue>
const queueShape = z.object({
  name: requiredText(100),
  strategy: z.enum(strategies),
  offerSeconds: z.number().int().min(5).max(600),
  memberIds: z.array(id).max(2000),
  skills: skills(limits.skillsNeeded),
  relaxSkillsSeconds: z.number().int().min(0).max(relaxSkillsSecondsMost).nullable(),
  calendarId: id.nullable(),
  serviceLevelSeconds: z
    .number()
    .int()
    .min(5)
    .max(7 * 86_400),
  serviceLevelPercent: z.number().int().min(1).max(100),
  maxWaitSeconds: z
    .number()
    .int()
    .min(10)
    .max(7 * 86_400),
  wrapUpSeconds: z.number().int().min(0).max(wrapUpSecondsMost).nullable(),
  overflowSeconds: z.number().int().min(overflowSecondsLimits.least).max(overflowSecondsLimits.most).nullable(),
  overflowQueueId: id.nullable(),
  overflowOffer: z.enum(overflowOffers).nullable(),
  callbackPlaces: z.number().int().min(callbackPlaces.least).max(callbackPlaces.most),
  recordsCalls: z.boolean(),
  recordingDays: z.number().int().min(recordingDays.least).max(recordingDays.most),
  recordingListeners: z.enum(recordingListeners),
})
export const queueFields = queueShape.extend({
  strategy: queueShape.shape.strategy.default('longestIdle'),
  offerSeconds: queueShape.shape.offerSeconds.default(30),
  memberIds: queueShape.shape.memberIds.default([]),
  skills: queueShape.shape.skills.default([]),
  relaxSkillsSeconds: queueShape.shape.relaxSkillsSeconds.default(relaxSkillsSecondsDefault),
  calendarId: queueShape.shape.calendarId.default(null),
  serviceLevelSeconds: queueShape.shape.serviceLevelSeconds.default(defaultTargets.serviceLevelSeconds),
  serviceLevelPercent: queueShape.shape.serviceLevelPercent.default(defaultTargets.serviceLevelPercent),
  maxWaitSeconds: queueShape.shape.maxWaitSeconds.default(defaultTargets.maxWaitSeconds),
  wrapUpSeconds: queueShape.shape.wrapUpSeconds.default(wrapUpSecondsDefault),
  overflowSeconds: queueShape.shape.overflowSeconds.default(null),
  overflowQueueId: queueShape.shape.overflowQueueId.default(null),
  overflowOffer: queueShape.shape.overflowOffer.default(null),
  callbackPlaces: queueShape.shape.callbackPlaces.default(callbackPlaces.usual),
  recordsCalls: queueShape.shape.recordsCalls.default(false),
  recordingDays: queueShape.shape.recordingDays.default(recordingDays.usual),
  recordingListeners: queueShape.shape.recordingListeners.default('supervisors'),
})
/** Without defaults: what a change does not name stays as it is. */
export const queuePatch = queueShape.extend({ isActive: z.boolean() }).partial()

/** `https://shop.example` or `http://localhost:4000`: scheme, host, port, nothing behind. */
export const origin = z
  .string()
  .max(253)
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, 'not an origin')

export const site = z.object({
  id,
  /** Public, stands in the script tag of the host page. */
  key: z.string(),
  name: z.string(),
  allowedOrigins: z.array(z.string()),
  queueId: id,
  /** Where its visitors' requests belong. */
  locationId: id.nullable(),
  language,
  hasPreChat: z.boolean(),
  /** Its visitors may call in the browser (row K1). */
  offersCalls: z.boolean(),
  /** Who is not signed in sees a talk only while it goes on, and for an hour after (row M8). */
  historyNeedsIdentity: z.boolean(),
  colour: z.string(),
  /** What its talks need besides their queue's skills; copied to a talk when it begins. */
  skills: z.array(z.string()),
  version,
})
export type Site = z.output<typeof site>
const siteShape = z.object({
  name: requiredText(100),
  allowedOrigins: z.array(origin).max(50),
  queueId: id,
  locationId: id.nullable(),
  language,
  hasPreChat: z.boolean(),
  offersCalls: z.boolean(),
  historyNeedsIdentity: z.boolean(),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  skills: skills(limits.skillsNeeded),
})
export const siteFields = siteShape.extend({
  locationId: siteShape.shape.locationId.default(null),
  language: language.default('en'),
  hasPreChat: z.boolean().default(true),
  offersCalls: z.boolean().default(false),
  historyNeedsIdentity: z.boolean().default(false),
  colour: siteShape.shape.colour.default('#205a43'),
  skills: siteShape.shape.skills.default([]),
})
export const sitePatch = siteShape.partial()

export const siteKey = z.object({
  /** Stands in the token's header as `kid`. */
  id,
  createdAt: instant,
  createdBy: z.string().nullable(),
  revokedAt: instant.nullable(),
})
export type SiteKey = z.output<typeof siteKey>

export const newOperator = z.object({
  name: requiredText(limits.customerName),
  email: z.email().max(limits.email),
  password: z.string().min(limits.password.min).max(limits.password.max),
  role: z.enum(['operator', 'dispatcher', 'supervisor', 'admin']),
  queueIds: z.array(id).max(200).default([]),
  capacity: capacity.optional(),
  skills: skills(limits.skillsPerOperator).default([]),
})
export const newPassword = z.string().min(limits.password.min).max(limits.password.max)
/** What a change does not name stays as it is; capacity and skills are replaced as a whole. */
export const operatorPatch = z
  .object({
    name: requiredText(limits.customerName),
    /** Not one's own, nor the last administrator's. */
    role: newOperator.shape.role,
    capacity,
    skills: skills(limits.skillsPerOperator),
  })
  .partial()
