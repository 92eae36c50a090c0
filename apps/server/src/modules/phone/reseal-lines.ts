import { isNotNull } from '../../db/drizzle.ts'
import { system } from '../../kernel/actor.ts'
import type { Services } from '../../kernel/services.ts'
import { resealLine } from './commands/reseal-line.ts'
import { sealedForLine } from './store.ts'

/** At the start: seals anew what a key of before has sealed. A password that no key opens has to be typed again. */
export async function resealPhoneLines({ store, secrets, execute, log }: Services): Promise<void> {
  if (secrets.oldKeyIds.length === 0) return
  const { phoneLines } = store.t
  const rows = await store.read.select().from(phoneLines).where(isNotNull(phoneLines.password))
  for (const { channelId, operatorId, password: before } of rows) {
    if (before === null || !secrets.isOld(before)) continue
    try {
      const about = sealedForLine(channelId, operatorId)
      const sealed = secrets.seal(secrets.open(before, about), about)
      await execute(resealLine, system, { channelId, operatorId, before, sealed })
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown'
      log.warn({ channelId, operatorId, error: name }, 'password of a line not sealed anew')
    }
  }
}
