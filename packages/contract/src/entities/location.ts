import { z } from 'zod'
import { id, requiredText, version } from './common.ts'

/** An outlet, shop or store that requests belong to. */
export const location = z.object({ id, name: z.string(), isActive: z.boolean(), version })
export type Location = z.output<typeof location>
export const newLocation = z.object({ name: requiredText(100) })
export const locationPatch = z.object({ name: requiredText(100), isActive: z.boolean() }).partial()
