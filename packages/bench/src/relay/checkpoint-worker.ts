// Moves pages of the log into the database beside the server's thread, as the product does.
import { workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const { file, everyMs } = workerData as { file: string; everyMs: number }
const db = new Database(file)
setInterval(() => {
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } catch {
    // Busy; the next round does it.
  }
}, everyMs)
