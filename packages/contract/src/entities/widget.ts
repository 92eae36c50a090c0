import { limits, overflowOffers } from '@care/domain'
import { identityRefusals } from '@care/domain/identity'
import { z } from 'zod'
import { marks, message } from './activity.ts'
import { widgetCall } from './call.ts'
import { email, id, instant, language, requiredText, text } from './common.ts'

export const widgetConfig = z.object({
  siteName: z.string(),
  language,
  hasPreChat: z.boolean(),
  colour: z.string(),
  /** Somebody of the queue is there; when not, the widget shows the form that leaves a message. */
  isOnline: z.boolean(),
  /** Out of opening hours: when the queue opens next; null while it is open, or when nobody knows. */
  opensAt: instant.nullable(),
  /** It may be called in the browser while it is online (row K1). */
  offersCalls: z.boolean(),
  maxAttachmentBytes: z.number(),
  maxMessageLength: z.number(),
})
export type WidgetConfig = z.output<typeof widgetConfig>

/** What the customer may know about his chat: no comments, no tags, no internal names. */
export const widgetChat = z.object({
  activityId: id,
  requestNumber: z.number(),
  state: z.enum(['waiting', 'active', 'ended']),
  /** Place in the queue, 1 = next; null unless waiting. */
  place: z.number().int().nullable(),
  expectedWaitSeconds: z.number().int().nullable(),
  /** He has waited long: what he is offered instead (domain rule 18). */
  overflowOffer: z.enum(overflowOffers).nullable(),
  operatorName: z.string().nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  canRate: z.boolean(),
  rating: z.number().int().nullable(),
  marks,
})
export type WidgetChat = z.output<typeof widgetChat>

/** A talk of before, which only somebody who is signed in may read again (row M8). */
export const earlierChat = z.object({
  activityId: id,
  requestNumber: z.number(),
  operatorName: z.string().nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** How it began, to tell it from others; cut off. */
  firstWords: z.string(),
})
export type EarlierChat = z.output<typeof earlierChat>

export const widgetSession = z.object({
  token: z.string(),
  visitorId: id,
  config: widgetConfig,
  visitor: z.object({ name: z.string(), email: z.string() }),
  identity: z.object({
    /** The site has signed who he is. */
    isKnown: z.boolean(),
    /** Why the token of this call proved nothing; then he goes on as somebody unknown. */
    refusal: z.enum(identityRefusals).nullable(),
  }),
  chat: widgetChat.nullable(),
  /** He is signed in and has talked before this chat. */
  hasEarlierChats: z.boolean(),
  /** The visitor’s call that rings or goes on. */
  call: widgetCall.nullable(),
  messages: z.array(message),
  hasEarlier: z.boolean(),
})
export type WidgetSession = z.output<typeof widgetSession>

export const startChat = z.object({
  name: text(limits.customerName).default(''),
  email: email.or(z.literal('')).default(''),
  clientMessageId: z.string().min(8).max(64),
  text: requiredText(limits.message),
  attachmentIds: z.array(id).max(limits.attachmentsPerMessage).default([]),
  page: text(500).default(''),
})
export const leaveMessage = z.object({
  name: text(limits.customerName).default(''),
  email,
  clientMessageId: z.string().min(8).max(64),
  text: requiredText(limits.message),
  attachmentIds: z.array(id).max(limits.attachmentsPerMessage).default([]),
  page: text(500).default(''),
})
export const newRating = z.object({ score: z.number().int().min(1).max(5), comment: text(2000).default('') })
