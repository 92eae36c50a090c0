import { myId } from '../../shared/entities/me.ts'
import type { DeskEventHandlers } from '../../shared/realtime/events.ts'
import { useTransferAnswer } from './answers.ts'

export const transferEvents = {
  // Told to both: who was asked knows what he answered.
  'transfer.ended': (client, { activityId, to, reason }) => {
    for (const queryKey of [['tasks'], ['activity', activityId]]) void client.invalidateQueries({ queryKey })
    if (reason !== 'withdrawn' && myId(client) !== to.id)
      useTransferAnswer.setState({ answer: { activityId, name: to.name, reason } })
  },
  'task.assigned': (_, { activityId, by }) =>
    useTransferAnswer.setState({ answer: { activityId, name: by.name, reason: 'assigned' } }),
} satisfies Partial<DeskEventHandlers>
