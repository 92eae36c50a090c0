import { z } from 'zod'
import { id, instant } from './common.ts'

/** Where in a request words were found, and what stands there. */
export const snippet = z.object({
  requestId: id,
  place: z.enum(['title', 'number', 'customer', 'field', 'description', 'message', 'comment']),
  /** The text around the words, 160 characters at most, as it was written. */
  text: z.string(),
  /** What is to be marked in it: from, up to but not including to, in UTF-16 characters. */
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Of messages and comments; null of all others. */
  said: z
    .object({
      activityId: id,
      /** Number of the message in its thread; null of a comment. */
      seq: z.number().int().nullable(),
      author: z.enum(['customer', 'operator', 'system']),
      /** Empty for a visitor without a name. */
      authorName: z.string(),
      at: instant,
    })
    .nullable(),
})
export type Snippet = z.output<typeof snippet>
