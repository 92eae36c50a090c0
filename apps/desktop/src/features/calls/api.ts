import type { CallDetails } from '@care/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { noteServerTime } from '../../shared/clock.ts'
import { activityKeys } from '../../shared/entities/activity.ts'
import { callKey, myCallKey } from './realtime.ts'
import { hangUpAtLine, holdAtLine } from './line/desk-line.ts'
import { hush } from './recording.ts'

export const myCallQuery = queryOptions({
  queryKey: myCallKey,
  queryFn: async (): Promise<CallDetails | null> => {
    const { call: mine, serverTime } = await call('getMyCall')
    noteServerTime(serverTime)
    return mine
  },
})
export const callQuery = (callId: string) =>
  queryOptions({ queryKey: callKey(callId), queryFn: () => call('getCall', { params: { callId } }) })

/** One step of the call; whatever came of it, everything that shows it is read again. */
function useStep<V = void>(callId: string, step: (value: V) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSettled: () => {
      for (const queryKey of [myCallKey, callKey(callId), activityKeys.details(callId), ['tasks']])
        void client.invalidateQueries({ queryKey })
    },
  })
}

/** What the answer says is shown at once: a second press must know of the first. */
export function useHold(callId: string) {
  const client = useQueryClient()
  return useStep(callId, async (isHeld: boolean) => {
    if (await holdAtLine(callId, isHeld)) return
    const now = await call('holdCall', { params: { callId }, body: { isHeld } })
    client.setQueryData(myCallKey, now)
    client.setQueryData(callKey(callId), now)
  })
}
/** Nothing is recorded from the press on; if the server does not take it, that goes on. */
export function useRecordingStep(callId: string) {
  const client = useQueryClient()
  return useStep(callId, async (step: 'pause' | 'resume' | 'stop') => {
    hush(step !== 'resume')
    try {
      const now = await call('stepRecording', { params: { callId }, body: { step } })
      client.setQueryData(myCallKey, now)
      client.setQueryData(callKey(callId), now)
    } finally {
      hush(false)
    }
  })
}
export const useHangUp = (callId: string) =>
  useStep(callId, async () => {
    const wasAtLine = hangUpAtLine(callId)
    try {
      await call('endActivity', { params: { activityId: callId } })
    } catch (error) {
      // The phone system was faster to say that it is over.
      if (!wasAtLine) throw error
    }
  })
/** The colleague who was asked leaves again. */
export const useLeaveConsult = (callId: string) =>
  useStep(callId, () => call('declineOffer', { params: { activityId: callId } }))
export const useCompleteTransfer = (callId: string) =>
  useStep(callId, () => call('completeTransfer', { params: { activityId: callId } }))
/** The colleague is asked no more; the talk with the customer went on meanwhile. */
export const useAskNoMore = (callId: string) =>
  useStep(callId, () => call('withdrawTransfer', { params: { activityId: callId } }))
/** The colleague is asked no more, and the customer talked to again. */
export const useBackToCustomer = (callId: string) =>
  useStep(callId, async () => {
    await call('withdrawTransfer', { params: { activityId: callId } })
    if (await holdAtLine(callId, false)) return
    await call('holdCall', { params: { callId }, body: { isHeld: false } })
  })
