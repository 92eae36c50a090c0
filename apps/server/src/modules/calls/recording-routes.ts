import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { recordingLimits } from '@care/domain/recording'
import { AppError, forbidden, notFound } from '../../kernel/app-error.ts'
import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { newId } from '../../kernel/ids.ts'
import { visibleActivity } from '../activities/index.ts'
import { noteLook } from '../audit/index.ts'
import { removeBody, sendFile, writeBody } from '../files/index.ts'
import { addRecordingChunk } from './commands/add-recording-chunk.ts'
import { stepCallRecording } from './commands/step-recording.ts'
import { callDetails } from './queries/call-details.ts'
import { canListen } from './queries/recording.ts'
import { findRecording } from './recording-store.ts'

type RecordingEndpoints = 'stepRecording' | 'addRecordingChunk' | 'getRecording'

/** A part is small: it is looked at before it is kept. */
async function readPart(body: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > recordingLimits.chunkBytes)
      throw new AppError('TOO_LARGE', 'the part is too large', { limit: recordingLimits.chunkBytes })
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** EBML (RFC 8794): every WebM begins with it. */
const webmBegins = Buffer.from([0x1a, 0x45, 0xdf, 0xa3])

function refuseNoWebm(seq: number, part: Buffer): void {
  const isWebm = seq > 0 || part.subarray(0, webmBegins.length).equals(webmBegins)
  if (part.length === 0 || !isWebm)
    throw new AppError('INVALID_INPUT', 'no WebM', { issues: [{ path: 'file', message: 'no WebM' }] })
}

export const recordingHandlers: Handlers<RecordingEndpoints> = {
  async stepRecording(call, { execute, store }) {
    await execute(stepCallRecording, call.actor, { ...call.params, ...call.body }, optionsOf(call))
    return callDetails(store.read, call.actor, call.params.callId)
  },
  async addRecordingChunk({ actor, params: { callId }, query, http, requestId }, { config, clock, execute }) {
    if (!http) throw notFound('call')
    const part = await readPart(http.req)
    refuseNoWebm(query.seq, part)
    const fileId = newId(clock.now())
    const { size } = await writeBody(config.dataDir, fileId, Readable.from([part]))
    const hash = createHash('sha256').update(part).digest('base64url')
    try {
      const chunk = { callId, ...query, fileId, size, hash }
      const { nextSeq, isKept } = await execute(addRecordingChunk, actor, chunk, { requestId })
      if (!isKept) await removeBody(config.dataDir, fileId)
      return { callId, nextSeq }
    } catch (error) {
      await removeBody(config.dataDir, fileId)
      throw error
    }
  },
  async getRecording({ actor, params: { callId }, http }, services) {
    await visibleActivity(services, actor, callId)
    const row = await findRecording(services.store.read, callId)
    if (!http || row?.state !== 'ready' || row.fileId === null) throw notFound('recording')
    if (!(await canListen(services.store.read, actor, row))) throw forbidden('may not listen to it')
    await services.execute(noteLook, actor, { kind: 'recording.listened', subjectId: callId, activityId: callId })
    const file = { id: row.fileId, name: 'recording', size: row.bytes, contentType: row.contentType ?? '' }
    return sendFile(services, file, http, { isKeptNowhere: true })
  },
}
