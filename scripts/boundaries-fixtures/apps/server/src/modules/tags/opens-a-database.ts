// breaks drivers-only-in-db
import Database from 'better-sqlite3'
