import { isTold, type NotificationEvent, type Way } from '@care/domain'
import { useMe } from '../entities/me.ts'

/** Whether this may be heard or seen outside the desk now: as one has chosen, and never while one is not to be disturbed. */
export function useDisturbs(): (event: NotificationEvent, way: Way) => boolean {
  const me = useMe()
  return (event, way) =>
    me !== undefined && me.presence.doNotDisturb === null && isTold(me.notifications.ways, event, way)
}
