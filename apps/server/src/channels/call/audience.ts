import { room } from '@care/contract'
import type { Audience } from '../../kernel/module.ts'
import { widgetCall } from './queries/widget-call.ts'

/** The visitor’s view of his call, to all his windows. */
export const callListeners: Partial<Audience<'call.changed'>> = {
  'call.changed': async ({ facts: { visitorId } }, { store }) => {
    const call = visitorId === null ? null : await widgetCall(store.read, visitorId)
    if (!call || visitorId === null) return []
    return [{ to: 'widget', rooms: [room.visitor(visitorId)], event: 'call.changed', payload: { call } }]
  },
}
