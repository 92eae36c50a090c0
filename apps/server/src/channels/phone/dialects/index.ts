import type { DialectId } from '../fields.ts'
import { asterisk } from './asterisk.ts'
import type { Dialect } from './dialect.ts'
import { generic } from './generic.ts'
import { mango } from './mango.ts'
import { twilio } from './twilio.ts'

/** Every make of phone systems, one line each. */
const dialects: Readonly<Record<DialectId, Dialect>> = { generic, asterisk, twilio, mango }

/** How a phone system with this setting speaks. */
export const dialectOf = (id: unknown): Dialect => dialects[id as DialectId] ?? generic
