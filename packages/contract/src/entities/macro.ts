import { limits } from '@care/domain'
import { z } from 'zod'
import { bulkAction } from './bulk.ts'
import { id, instant, requiredText, version } from './common.ts'

/** What a macro does: a change of the request, or a quick reply put into the open talk as a draft. */
export const macroStep = z.union([bulkAction, z.object({ kind: z.literal('reply'), quickReplyId: id })])
export type MacroStep = z.output<typeof macroStep>

const shape = {
  name: requiredText(limits.macroName),
  steps: z
    .array(macroStep)
    .min(1)
    .max(limits.macroSteps)
    .refine((steps) => new Set(steps.map(({ kind }) => kind)).size === steps.length, { message: 'a kind twice' }),
}
export const newMacro = z.object({ ...shape, isShared: z.boolean() })
export const macroPatch = z.object(shape).partial()
export type MacroPatch = z.output<typeof macroPatch>

export const macro = z.object({
  id,
  /** Whose own it is; null = shared. */
  ownerId: id.nullable(),
  name: z.string(),
  steps: z.array(macroStep),
  /** Kinds of its steps whose target is there no more: it is refused until they are changed. */
  broken: z.array(z.string()),
  uses: z.number().int(),
  updatedAt: instant,
  version,
  abilities: z.object({ edit: z.boolean() }),
})
export type Macro = z.output<typeof macro>
