import { dayMs } from '@care/domain'
import { and, asc, isNull, lte } from '../db/drizzle.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { removeBody, removeFile } from '../modules/files/index.ts'

/** Removes uploads that no message took within a day and no draft holds: the sender thought better of it, or his device died. */
export const unusedFiles: Sweep = {
  name: 'unused-files',
  everyMs: 60_000,
  async find({ store }, now, limit) {
    const { files } = store.t
    const old = store.read
      .select({ id: files.id })
      .from(files)
      .where(and(isNull(files.activityId), isNull(files.heldBy), lte(files.createdAt, now - dayMs)))
    return (await old.orderBy(asc(files.createdAt)).limit(limit)).map((row) => row.id)
  },
  async handle({ execute, config }, fileId) {
    const { isGone } = await execute(removeFile, system, { fileId })
    if (isGone) await removeBody(config.dataDir, fileId)
  },
}
