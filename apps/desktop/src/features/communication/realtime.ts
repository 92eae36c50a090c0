import type { ActivityDetails } from '@care/contract'
import { activityKeys } from '../../shared/entities/activity.ts'
import { myId } from '../../shared/entities/me.ts'
import { putMarks, putMessage } from '../../shared/entities/messages.ts'
import type { DeskEventHandlers } from '../../shared/realtime/events.ts'
import { noteLooking } from '../../shared/realtime/looking.ts'
import { noteSaid, noteTyping } from '../../shared/realtime/typing.ts'
import { setMarks } from './marks.ts'

export const communicationEvents = {
  // Patch: the message comes whole; a gap in seq fetches what is missing.
  'message.added': (client, { message }) => {
    putMessage(client, message)
    noteSaid(message.activityId, message.author.kind)
    if (message.author.kind !== 'customer') return
    const activity = client.getQueryData<ActivityDetails>(activityKeys.details(message.activityId))
    if (activity?.operator?.id === myId(client)) setMarks(message.activityId, { delivered: message.seq })
  },
  'message.changed': (client, { message }) => putMessage(client, message),
  'marks.changed': (client, { activityId, marks }) => putMarks(client, activityId, marks),
  looking: (client, event) => noteLooking(event, myId(client)),
  typing: (client, event) => {
    if (event.by.id !== myId(client)) noteTyping(event)
  },
} satisfies Partial<DeskEventHandlers>
