import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { callDetails } from '../entities/call.ts'
import { id } from '../entities/common.ts'
import { chunkQuery, chunkTaken, recordingStep } from '../entities/recording.ts'

const callId = z.object({ callId: id })

/** Recording of calls (row K5). Whether a call is recorded says its queue, and its customer. */
export const recordingsApi = {
  stepRecording: endpoint({
    method: 'POST',
    path: '/api/calls/:callId/recording',
    access: 'tasks.handle',
    overSocket: true,
    summary: 'Pauses the recording of one’s call, goes on with it, or ends it. Saying the same again changes nothing.',
    params: callId,
    body: recordingStep,
    response: callDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
  addRecordingChunk: endpoint({
    method: 'POST',
    path: '/api/calls/:callId/recording/chunks',
    access: 'tasks.handle',
    raw: 'upload',
    summary:
      'The next part of what this window records (raw WebM, at most 1 MB). The same part again changes nothing; any other out of its turn is a CONFLICT, whose details.nextSeq says which is.',
    params: callId,
    query: chunkQuery,
    response: chunkTaken,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'NOT_ALLOWED_NOW', 'TOO_LARGE'],
  }),
  getRecording: endpoint({
    method: 'GET',
    path: '/api/calls/:callId/recording/sound',
    access: 'requests.view',
    raw: 'download',
    summary: 'The sound, whole or in stretches (Range). Who listens is written down in the audit.',
    params: callId,
    response: z.unknown(),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
}
