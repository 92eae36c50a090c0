// breaks drivers-only-in-db
import { sqliteTable } from 'drizzle-orm/sqlite-core'
