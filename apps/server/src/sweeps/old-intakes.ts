import { dayMs, hourMs } from '@care/domain'
import { system } from '../kernel/actor.ts'
import { idAt } from '../kernel/ids.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { intakesBefore, purgeIntake, rawFiles, removeRaw, stillNeeded } from '../modules/channels/index.ts'

/** So long what came in is known when it comes again, and what failed can be tried again. */
const keptMs = 90 * dayMs

/** Forgets what came in by channels ninety days ago. */
export const oldIntakes: Sweep = {
  name: 'old-intakes',
  everyMs: 10 * 60_000,
  find: ({ store }, now, limit) => intakesBefore(store.read, now - keptMs, limit),
  async handle({ execute, config, clock }, intakeId) {
    const { isGone } = await execute(purgeIntake, system, { intakeId, receivedBy: clock.now() - keptMs })
    if (isGone) await removeRaw(config, intakeId)
  },
}

/** Removes bodies without a row that wants them: a process died between file and row, or between done and removing. */
export const unusedRaws: Sweep = {
  name: 'unused-raws',
  everyMs: 60 * 60_000,
  async find({ store, config }, now, limit) {
    // Ids sort by the time of their making: one of an hour ago is on its way no more.
    const latest = idAt(now - hourMs)
    const old = (await rawFiles(config)).filter((name) => name < latest)
    const unused: string[] = []
    for (let at = 0; at < old.length && unused.length < limit; at += limit) {
      const names = old.slice(at, at + limit)
      const needed = await stillNeeded(store.read, names)
      unused.push(...names.filter((name) => !needed.has(name)))
    }
    return unused.slice(0, limit)
  },
  handle: ({ config }, name) => removeRaw(config, name),
}
