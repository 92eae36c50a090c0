import { eq } from '../db/drizzle.ts'
import type { Scene } from './rights-scene.ts'

const signal = { from: 'no-seat', to: 'no-seat', signal: { kind: 'restart' as const } }
const note = { what: 'muted' as const, seatId: 'no-seat', isMuted: true }

/** Somebody of the queue is there, without being offered anything. */
async function openShop({ anna }: Scene): Promise<void> {
  await anna.socket()
  await anna.call('setPresence', { body: { chosen: 'busy' } })
}

/** The visitor’s call, which Anna has taken; at most one at a time. */
async function callOf(scene: Scene): Promise<{ callId: string }> {
  const { anna, visitor } = scene
  await openShop(scene)
  const { activityId: callId } = await visitor.call('startCall', { body: {} })
  const { call } = await anna.call('getMyCall')
  if (call?.id === callId) return { callId }
  if (call) await anna.call('endActivity', { params: { activityId: call.id } })
  await anna.call('takeTask', { params: { activityId: callId } })
  return { callId }
}

/** The same call, whose recording stands so; its sound are bytes that the scene has. */
async function recordedCallOf(scene: Scene, state: 'asked' | 'recording' | 'ready'): Promise<{ callId: string }> {
  const { callId } = await callOf(scene)
  await scene.store.transact(async (tx) => {
    const { callRecordings } = tx.t
    await tx.delete(callRecordings).where(eq(callRecordings.callId, callId))
    await tx.insert(callRecordings).values({
      callId,
      origin: 'browser',
      state,
      keepDays: 90,
      listeners: 'supervisors',
      askedAt: 1,
      startedAt: state === 'asked' ? null : 1,
      pauses: [],
      fileId: state === 'ready' ? scene.fileId : null,
      bytes: 1,
      contentType: 'audio/webm',
      version: 1,
    })
  })
  return { callId }
}

/** Calls of the endpoints of rows K1 and K5, for rights-scene.ts. */
export const callInputs = {
  getCall: async (scene: Scene) => ({ params: await callOf(scene) }),
  getCallServers: async (scene: Scene) => ({ params: await callOf(scene) }),
  takeCallSeat: async (scene: Scene) => ({ params: await callOf(scene), body: { tabId: 'a-window' } }),
  signalCall: async (scene: Scene) => ({ params: await callOf(scene), body: signal }),
  noteCall: async (scene: Scene) => ({ params: await callOf(scene), body: note }),
  holdCall: async (scene: Scene) => ({ params: await callOf(scene), body: { isHeld: true } }),
  completeTransfer: ({ activityId }: Scene) => ({ params: { activityId } }),
  stepRecording: async (scene: Scene) => ({
    params: await recordedCallOf(scene, 'recording'),
    body: { step: 'pause' as const },
  }),
  // Not the first part: it is out of its turn for who may add one.
  addRecordingChunk: async (scene: Scene) => ({
    params: await recordedCallOf(scene, 'recording'),
    query: { segmentId: 'a-segment', seq: 1, ms: 1_000, agoMs: 1_000 },
  }),
  getRecording: async (scene: Scene) => ({ params: await recordedCallOf(scene, 'ready') }),
  answerRecording: async (scene: Scene) => {
    await recordedCallOf(scene, 'asked')
    return { body: { agrees: true } }
  },
  startCall: async (scene: Scene) => {
    await openShop(scene)
    return { body: {} }
  },
  endWidgetCall: async (scene: Scene) => {
    await callOf(scene)
    return {}
  },
  getWidgetCallServers: async (scene: Scene) => {
    await callOf(scene)
    return {}
  },
  takeWidgetCallSeat: async (scene: Scene) => {
    await callOf(scene)
    return { body: { tabId: 'a-window' } }
  },
  signalWidgetCall: async (scene: Scene) => {
    await callOf(scene)
    return { body: signal }
  },
  noteWidgetCall: async (scene: Scene) => {
    await callOf(scene)
    return { body: note }
  },
}
