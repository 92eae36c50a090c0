import type Database from 'better-sqlite3'
import { guarded } from './nesting.ts'
import type { Tx } from './store.ts'

interface Job {
  work: (tx: Tx) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (reason: unknown) => void
}

const maxPerCommit = 200

/**
 * SQLite's one writer. Everything queued in a turn of the event loop shares one COMMIT (4.5 times the durable
 * throughput), each work in a savepoint of its own, so that a refused one rolls back alone. Nobody is answered
 * before the COMMIT.
 */
export function createWriteQueue(writer: Database.Database, face: Tx) {
  const queue: Job[] = []
  let draining: Promise<void> | null = null
  const begin = writer.prepare('BEGIN IMMEDIATE')
  const commit = writer.prepare('COMMIT')
  const savepoint = writer.prepare('SAVEPOINT work')
  const release = writer.prepare('RELEASE work')
  const back = writer.prepare('ROLLBACK TO work')

  async function runOne(job: Job): Promise<(failure?: unknown) => void> {
    savepoint.run()
    try {
      const value = await guarded(() => job.work(face))
      release.run()
      return (failure) => (failure ? job.reject(failure) : job.resolve(value))
    } catch (error) {
      back.run()
      release.run()
      return () => job.reject(error)
    }
  }

  async function runBatch(): Promise<void> {
    const settle: Array<(failure?: unknown) => void> = []
    let failure: unknown
    try {
      begin.run()
      for (let left = maxPerCommit; left > 0; left--) {
        const job = queue.shift()
        if (!job) break
        settle.push(await runOne(job))
      }
      commit.run()
    } catch (error) {
      failure = error
      if (writer.inTransaction) writer.exec('ROLLBACK')
      // BEGIN itself failed: nobody was taken from the queue, so the first in line is told.
      if (settle.length === 0) queue.shift()?.reject(error)
    }
    for (const done of settle) done(failure)
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      await runBatch()
      // One turn of the event loop: answers go out, new work comes in.
      await new Promise(setImmediate)
    }
    draining = null
  }

  return {
    push: <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: resolve as (value: unknown) => void, reject })
        draining ??= new Promise(setImmediate).then(drain)
      }),
    idle: (): Promise<void> => draining ?? Promise.resolve(),
  }
}
