import * as lite from 'drizzle-orm/sqlite-core'
import type { Kit } from './column-kit.ts'

export const sqliteKit = {
  table: lite.sqliteTable,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  id: (name: string) => lite.text(name),
  text: (name: string) => lite.text(name),
  int: (name: string) => lite.integer(name),
  bool: (name: string) => lite.integer(name, { mode: 'boolean' }),
  oneOf: (name: string, values: readonly string[]) => lite.text(name, { enum: [...values] as [string, ...string[]] }),
  instant: (name: string) => lite.integer(name),
  json: (name: string) => lite.text(name, { mode: 'json' }),
  seq: (name: string) => lite.integer(name),
} satisfies Record<keyof Kit, unknown> as unknown as Kit
