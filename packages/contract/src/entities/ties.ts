import { linkKinds, mediumIds } from '@care/domain'
import { z } from 'zod'
import { id, instant, ref, translated } from './common.ts'
import { customerRef } from './customer.ts'
import { stageCategory } from './request-type.ts'

/** Another request as it stands in a list of them; one that the viewer may not see is only a number. */
export const tiedRequest = z.object({
  id,
  number: z.number().int(),
  title: z.string(),
  category: stageCategory,
  stageName: translated.nullable(),
  customer: customerRef.nullable(),
  updatedAt: instant,
  canSee: z.boolean(),
})
export type TiedRequest = z.output<typeof tiedRequest>

/** Everything that a request is tied to (row J8). */
export const requestTies = z.object({
  /** What it is a part of. */
  parent: tiedRequest.nullable(),
  parts: z.array(tiedRequest),
  /** `isFrom`: the link was made from this request: it is the duplicate, it was split off. */
  links: z.array(z.object({ id, kind: z.enum(linkKinds), isFrom: z.boolean(), request: tiedRequest })),
  /** Requests that were merged into this one; each can be taken out again. */
  merges: z.array(
    z.object({
      id,
      number: z.number().int(),
      title: z.string(),
      mergedAt: instant,
      by: ref.nullable(),
      activities: z.number().int(),
    }),
  ),
  abilities: z.object({ edit: z.boolean() }),
})
export type RequestTies = z.output<typeof requestTies>

/** An activity of a request, to be chosen when it is split. */
export const requestActivity = z.object({
  id,
  medium: z.enum(mediumIds),
  title: z.string(),
  startedAt: instant,
  operator: ref.nullable(),
  canMove: z.boolean(),
})
export type RequestActivity = z.output<typeof requestActivity>

/** Where a request is found on the desk. */
export const requestPlace = z.object({
  requestId: id,
  number: z.number().int(),
  customerId: id,
  /** What was said in it last; null when nothing was. */
  activityId: id.nullable(),
  /** The number asked for, when that request was merged into this one. */
  mergedNumber: z.number().int().nullable(),
})
export type RequestPlace = z.output<typeof requestPlace>
