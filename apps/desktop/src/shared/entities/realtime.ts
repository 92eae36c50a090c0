import type { ActivityDetails } from '@care/contract'
import type { DeskEventHandlers } from '../realtime/events.ts'
import { activityKeys } from './activity.ts'
import { putComment } from './comments.ts'
import { customerKeys } from './customer.ts'
import { patchQuery } from './patches.ts'
import { quickReplyKeys } from './quick-replies.ts'
import { requestKeys } from './request.ts'
import { refetchIfOlder } from './versions.ts'

/** Objects that several features show. Changes name a version only: fetched again unless the cache has it already. */
export const entityEvents = {
  'activity.changed': (client, { activityId, version }) =>
    refetchIfOlder(client, activityKeys.details(activityId), version),
  'request.changed': (client, { requestId, version }) => {
    refetchIfOlder(client, requestKeys.details(requestId), version)
    void client.invalidateQueries({ queryKey: requestKeys.history(requestId) })
  },
  'requestSettings.changed': (client) => {
    for (const key of ['request-types', 'locations', 'groups', 'request'])
      void client.invalidateQueries({ queryKey: [key] })
  },
  'channels.changed': (client) => void client.invalidateQueries({ queryKey: ['channels'] }),
  'customer.changed': (client, { customerId, version }) =>
    refetchIfOlder(client, customerKeys.details(customerId), version),
  'quickReplies.changed': (client) => void client.invalidateQueries({ queryKey: quickReplyKeys.all }),
  'comment.added': (client, { comment }) => putComment(client, comment),
  'customer.here': (client, { activityId, isHere }) =>
    patchQuery<ActivityDetails>(client, activityKeys.details(activityId), (old) => ({
      ...old,
      customerIsHere: isHere,
    })),
} satisfies Partial<DeskEventHandlers>
