import { limits } from '@care/domain'
import { z } from 'zod'
import { id, instant, requiredText, version } from './common.ts'
import { listLayout, requestFilter, requestSort } from './request-filter.ts'

const shape = {
  name: requiredText(limits.viewName),
  filter: requestFilter,
  sort: requestSort,
  /** Null: the columns that each has chosen for himself. */
  columns: listLayout.nullable(),
}
export const newView = z.object({ ...shape, isShared: z.boolean() })
export const viewPatch = newView.partial()
export type ViewPatch = z.output<typeof viewPatch>

export const savedView = z.object({
  id,
  ...shape,
  name: z.string(),
  isShared: z.boolean(),
  /** Fields of its filter that this version does not know any more; left out of `filter`. */
  goneFields: z.array(z.string()),
  /** Who made it or took it over; `isActive` false: his account is closed, the view stays. */
  maker: z.object({ id, name: z.string(), isActive: z.boolean() }),
  updatedAt: instant,
  version,
  abilities: z.object({ edit: z.boolean(), takeOver: z.boolean() }),
})
export type SavedView = z.output<typeof savedView>
