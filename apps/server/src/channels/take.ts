import { isUnreachable } from '../db/trouble.ts'
import { system } from '../kernel/actor.ts'
import { AppError } from '../kernel/app-error.ts'
import { describeError, errorWords } from '../kernel/log.ts'
import type { JobHandler } from '../kernel/module.ts'
import type { Services } from '../kernel/services.ts'
import {
  anyChannel,
  failIntake,
  finishIntake,
  type IntakeRecord,
  intakeToTake,
  readRaw,
  removeRaw,
} from '../modules/channels/index.ts'
import { type ChannelKinds, Unreadable } from './channel.ts'

/** Takes what came in: runs what its kind says that it leads to, and notes how that went. */
export const takeIntakeJob =
  (kinds: ChannelKinds): JobHandler =>
  async ({ intakeId }, services) => {
    const intake = await intakeToTake(services.store.read, String(intakeId))
    if (!intake) return
    try {
      await takeOne(kinds, intake, services)
    } catch (error) {
      // No fault of what came in: the job is repeated, and no try of it is counted.
      if (isUnreachable(error)) throw error
      await noteFailure(services, intake, error)
      return
    }
    await unlessSettled(services.execute(finishIntake, system, { intakeId: intake.id }))
    await removeRaw(services.config, intake.id)
  }

async function takeOne(kinds: ChannelKinds, intake: IntakeRecord, services: Services): Promise<void> {
  const { id, externalId, receivedAt } = intake
  // Also of one that was removed: what came in before that is not lost.
  const channel = await anyChannel(services.store.read, intake.channelId)
  const kind = channel && kinds.get(channel.kind)
  if (!kind) throw new Unreadable('there is no such channel any more')
  await kind.take({ id, channel, externalId, receivedAt, raw: await readRaw(services.config, intake) }, services)
}

async function noteFailure(services: Services, intake: IntakeRecord, error: unknown): Promise<void> {
  const { id: intakeId, channelId, tries } = intake
  services.log.warn({ intakeId, channelId, tries: tries + 1, error: describeError(error) }, 'intake failed')
  const isFinal = error instanceof Unreadable
  await unlessSettled(services.execute(failIntake, system, { intakeId, tries, error: errorWords(error), isFinal }))
}

/** Another process took it beside us. */
async function unlessSettled(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
}
