import type { MacroStep } from '@care/contract'
import type { Kit } from '../dialect/column-kit.ts'

/** Several actions in one click (row A7). */
export const defineMacros = (k: Kit) => ({
  macros: k.table(
    'macros',
    {
      id: k.id('id').primaryKey(),
      /** The operator whose own it is; '' = shared. */
      owner: k.id('owner').notNull(),
      name: k.text('name').notNull(),
      steps: k.json<MacroStep[]>('steps').notNull(),
      uses: k.int('uses').notNull(),
      createdAt: k.instant('created_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
      /** Deleted, and for a day to be restored. */
      deletedAt: k.instant('deleted_at'),
      version: k.int('version').notNull(),
    },
    (t) => [k.index('macros_owner').on(t.owner, t.id)],
  ),
})
