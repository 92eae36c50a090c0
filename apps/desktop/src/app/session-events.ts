import type { DeskEventHandlers } from '../shared/realtime/events.ts'
import { useSession } from '../shared/session.ts'

export const sessionEvents = { 'session.ended': () => useSession.getState().end() } satisfies Partial<DeskEventHandlers>
