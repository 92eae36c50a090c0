import { fewerPeaks, packPeaks, unpackPeaks } from '@care/domain/recording'
import { createReadStream } from 'node:fs'
import { AppError } from '../../kernel/app-error.ts'
import { system } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { errorWords } from '../../kernel/log.ts'
import type { Services } from '../../kernel/services.ts'
import { pathOf, removeBody, writeBody } from '../files/index.ts'
import { claimRecording, failRecording, keepRecording } from './commands/finish-recording.ts'
import { type Joined, withJoined } from './join-segments.ts'
import { chunksOf, segmentsOf } from './recording-store.ts'

/** Values of loudness that a player shows. */
const shownPeaks = 400

/** Joins the parts of a recording that is over. Any number of processes may; one does. */
export async function finishRecording(services: Services, callId: string): Promise<void> {
  const { execute, log } = services
  const { isMine } = await execute(claimRecording, system, { callId })
  if (!isMine) return
  try {
    await join(services, callId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_ALLOWED_NOW') return
    log.warn({ callId, error: errorWords(error) }, 'a recording could not be joined')
    await execute(failRecording, system, { callId, isEmpty: false })
  }
}

async function join(services: Services, callId: string): Promise<void> {
  const { store, config, execute } = services
  const segments = await segmentsOf(store.read, callId)
  const chunks = await chunksOf(
    store.read,
    segments.map(({ id }) => id),
  )
  const parts = segments.map(({ id }) => chunks.filter(({ segmentId }) => segmentId === id))
  const files = parts.map((part) => part.map(({ fileId }) => pathOf(config.dataDir, fileId)))
  const peaks = packPeaks(
    fewerPeaks(
      unpackPeaks(
        parts
          .flat()
          .map((part) => part.peaks)
          .join(''),
      ),
      shownPeaks,
    ),
  )
  await withJoined(files, async (joined) => {
    if (!joined) return void (await execute(failRecording, system, { callId, isEmpty: true }))
    await keep(services, callId, joined, peaks)
  })
}

async function keep({ config, clock, execute }: Services, callId: string, joined: Joined, peaks: string) {
  const fileId = newId(clock.now())
  const { size } = await writeBody(config.dataDir, fileId, createReadStream(joined.path), joined.bytes)
  try {
    const whole = { callId, fileId, contentType: 'audio/webm', bytes: size, ms: joined.ms, peaks }
    await execute(keepRecording, system, whole)
  } catch (error) {
    await removeBody(config.dataDir, fileId)
    throw error
  }
}
