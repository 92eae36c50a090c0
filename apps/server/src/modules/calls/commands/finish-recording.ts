import { stepRecording } from '@care/domain/recording'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { oweRemoval } from '../../files/index.ts'
import { dropParts, findRecording, type RecordingRecord, writeRecording } from '../recording-store.ts'
import { findCall, tellCall } from '../store.ts'

async function load(ctx: Ctx, { callId }: { callId: string }): Promise<RecordingRecord> {
  const row = await findRecording(ctx.tx, callId)
  if (!row) throw notFound('recording')
  return row
}
async function tell(ctx: Ctx, callId: string): Promise<void> {
  const call = await findCall(ctx.tx, callId)
  if (call) await tellCall(ctx, call)
}

/** Joining takes no longer than this; a process that died meanwhile leaves it to the next, in ms. */
const leaseMs = 10 * 60_000
/** A full disk may be mended: so often it is tried, with a growing pause in ms. */
const mostTries = 5
const pauseMs = 60_000

/** One process takes it on itself to join the parts. False: it is not due, or another one has it. Only the sweep runs it. */
export const claimRecording = command({
  name: 'claim-recording',
  action: [],
  load,
  allow: () => false,
  async run(ctx, row) {
    if (row.state !== 'stopped' || row.finishAt === null || row.finishAt > ctx.now) return { isMine: false }
    await writeRecording(ctx, row, { finishAt: ctx.now + leaseMs, finishTries: row.finishTries + 1 })
    return { isMine: true }
  },
})

export interface WholeRecording {
  callId: string
  fileId: string
  contentType: string
  bytes: number
  ms: number
  peaks: string
}

/** The parts are one file now; they go. NOT_ALLOWED_NOW when it is not waited for any more. */
export const keepRecording = command({
  name: 'keep-recording',
  action: [],
  load: (ctx, input: WholeRecording) => load(ctx, input),
  allow: () => false,
  async run(ctx, row, { fileId, contentType, bytes, ms, peaks }) {
    const next = stepRecording(row, 'keep', ctx.now)
    if (!next) throw new AppError('NOT_ALLOWED_NOW', 'it is not waited for')
    await writeRecording(ctx, row, { state: next.state, fileId, contentType, bytes, ms, peaks, finishAt: null })
    await dropParts(ctx, row.callId)
    await tell(ctx, row.callId)
    return null
  },
})

/** The parts could not be joined: again later, and after five times never. `isEmpty`: nothing ever came. */
export const failRecording = command({
  name: 'fail-recording',
  action: [],
  load: (ctx, input: { callId: string; isEmpty: boolean }) => load(ctx, input),
  allow: () => false,
  async run(ctx, row, { isEmpty }) {
    const next = stepRecording(row, 'fail', ctx.now)
    if (!next) throw new AppError('NOT_ALLOWED_NOW', 'it is not waited for')
    if (!isEmpty && row.finishTries < mostTries) {
      await writeRecording(ctx, row, { finishAt: ctx.now + pauseMs * row.finishTries })
      return null
    }
    await writeRecording(ctx, row, { state: next.state, finishAt: null })
    await tell(ctx, row.callId)
    return null
  },
})

/** Its days are over: sound and loudness go, the row says so. NOT_ALLOWED_NOW before that. Only the sweep runs it. */
export const eraseRecording = command({
  name: 'erase-recording',
  action: [],
  load,
  allow: () => false,
  async run(ctx, row) {
    const next = stepRecording(row, 'erase', ctx.now)
    if (!next || row.eraseAt === null || row.eraseAt > ctx.now)
      throw new AppError('NOT_ALLOWED_NOW', 'its days are not over')
    const gone = { fileId: null, peaks: '', bytes: 0, finishAt: null, eraseAt: null }
    await writeRecording(ctx, row, { state: next.state, ...gone })
    await dropParts(ctx, row.callId)
    if (row.fileId !== null) oweRemoval(ctx, [row.fileId])
    await tell(ctx, row.callId)
    return null
  },
})
