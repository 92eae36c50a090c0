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
import { createLine, type Place } from './line.ts'

/** Takes what came in, in the order in which the jobs are begun where that matters. */
export function takeIntakeJob(kinds: ChannelKinds): JobHandler {
  const line = createLine()
  return async ({ intakeId }, services) => {
    const place = line.join()
    try {
      await takeAndNote(kinds, String(intakeId), services, place)
    } finally {
      place.leave()
    }
  }
}

/** Runs what its kind says that it leads to, and notes how that went. */
async function takeAndNote(kinds: ChannelKinds, intakeId: string, services: Services, place: Place): Promise<void> {
  const intake = await intakeToTake(services.store.read, intakeId)
  if (!intake) return
  try {
    await takeOne(kinds, intake, services, place)
  } catch (error) {
    // No fault of what came in: the job is repeated, and no try of it is counted.
    if (isUnreachable(error)) throw error
    await noteFailure(services, intake, error)
    return
  }
  place.leave()
  await unlessSettled(services.execute(finishIntake, system, { intakeId: intake.id }))
  await removeRaw(services.config, intake.id)
}

async function takeOne(kinds: ChannelKinds, intake: IntakeRecord, services: Services, place: Place): Promise<void> {
  const { id, externalId, receivedAt } = intake
  // Also of one that was removed: what came in before that is not lost.
  const channel = await anyChannel(services.store.read, intake.channelId)
  const kind = channel && kinds.get(channel.kind)
  if (!kind) throw new Unreadable('there is no such channel any more')
  const raw = await readRaw(services.config, intake)
  if (!kind.takesBeside) await place.turn([channel.id])
  await kind.take({ id, channel, externalId, receivedAt, raw, turn: place.turn }, services)
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
