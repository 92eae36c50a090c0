import { isSkill, limits, normaliseSkill, normaliseSkills } from '@care/domain'
import { z } from 'zod'
import { languages } from '../languages.ts'

export const language = z.enum(languages)

/** Application-made, time-sortable id (26 characters) or a key of a seeded row. */
export const id = z.string().min(1).max(64)
/** Epoch milliseconds, UTC; what a date can show. */
export const instant = z.number().int().min(0).max(8.64e15)
/** An instant that a person chooses, 1970 to 2200: further away is a slip of the keyboard. */
export const chosenInstant = instant.max(Date.UTC(2200, 0, 1) - 1)
export const version = z.number().int().nonnegative()
/** Opaque position for the next page; null on the last one. */
export const cursor = z.string().max(400)
export const pageQuery = {
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
}
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: cursor.nullable() })

/** What no database keeps goes out of a text, so that the rest of it is not lost: NUL and halves of characters. */
export const keepable = (value: string): string => value.replaceAll('\u0000', '').toWellFormed()
/** A value that stands in the address as JSON. */
export const asJson = <T extends z.ZodType>(schema: T, longest = 8_000) =>
  z
    .string()
    .max(longest)
    .transform((json, ctx): unknown => {
      try {
        return JSON.parse(json)
      } catch {
        ctx.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)
/** Text that people type: trimmed, without NUL, at most `max` characters (domain rule 5). */
export const text = (max: number) =>
  z
    .string()
    .transform((value) => keepable(value).trim())
    .pipe(z.string().max(max))
    // The limit stands behind a transformation; the API reference shows what the caller may send.
    .meta({ maxLength: max })
export const requiredText = (max: number) => text(max).pipe(z.string().min(1))
/** Skills as people type them; written twice, however, one is kept (domain rule 14). */
export const skills = (most: number) =>
  z
    .array(
      z
        .string()
        .transform(normaliseSkill)
        .pipe(z.string().refine(isSkill, 'not a skill'))
        .meta({ minLength: 1, maxLength: limits.skill }),
    )
    .max(most)
    .transform(normaliseSkills)
export const email = text(limits.email).pipe(z.email())
export const ref = z.object({ id, name: z.string() })
export type Ref = z.output<typeof ref>
/** Word per language, for names that administrators set. */
export const translated = z.object({ en: z.string(), ru: z.string(), pl: z.string(), bg: z.string() })
export const done = z.object({ ok: z.literal(true) })
