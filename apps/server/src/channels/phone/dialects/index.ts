import type { DialectId } from '../fields.ts'
import type { Dialect } from './dialect.ts'
import { generic } from './generic.ts'

/** Every make of phone systems, one line each. */
const dialects: Readonly<Record<DialectId, Dialect>> = { generic, asterisk: generic, twilio: generic, mango: generic }

/** How a phone system with this setting speaks. */
export const dialectOf = (id: unknown): Dialect => dialects[id as DialectId] ?? generic
