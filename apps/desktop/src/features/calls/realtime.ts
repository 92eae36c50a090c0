import type { DeskEventHandlers } from '../../shared/realtime/events.ts'
import { hearSignal } from './signals.ts'

export const myCallKey = ['my-call'] as const
export const callKey = (callId: string) => ['call', callId] as const

export const callEvents = {
  // Refetch: who sits where is told to each side in its own way.
  'call.changed': (client, { callId }) => {
    void client.invalidateQueries({ queryKey: myCallKey })
    void client.invalidateQueries({ queryKey: callKey(callId) })
  },
  'call.signal': (_, signal) => hearSignal(signal),
} satisfies Partial<DeskEventHandlers>
