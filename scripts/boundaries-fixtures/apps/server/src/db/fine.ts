// fine
import Database from 'better-sqlite3'
import { pgTable } from 'drizzle-orm/pg-core'
