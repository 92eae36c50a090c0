import { room } from '@care/contract'
import { and, eq, inArray, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import type { Reader } from '../db/store.ts'
import type { Services } from '../kernel/services.ts'
import { visitorById } from '../http/authenticate.ts'
import { setCustomerHere } from '../modules/activities/index.ts'
import type { WidgetNamespace } from './sockets.ts'
import type { Tracker } from './tracker.ts'

const openStates = ['waiting', 'offered', 'active', 'wrapUp'] as const
/** A reload of the page is no going away. */
const reloadMs = 3_000
const lookMs = 60_000
/** Many who go at once have lost a network, not closed a page: they come back one after another, and get time to. */
const crowdMs = (leaving: number): number => Math.min(30_000, leaving * 10)

const openChatsOf = prepared('widget_open_chats', (db: Reader) => {
  const { activities } = db.t
  return db
    .select({ isHere: activities.customerIsHere })
    .from(activities)
    .where(and(eq(activities.visitorId, sql.placeholder('visitorId')), inArray(activities.state, [...openStates])))
})

/** Writes only where something changes: most visitors who connect talk with nobody. */
async function setHere(services: Services, visitorId: string, isHere: boolean): Promise<void> {
  const chats = await openChatsOf(services.store.read, { visitorId })
  if (!chats.some((chat) => chat.isHere !== isHere)) return
  const visitor = await visitorById(services, visitorId)
  if (visitor) await services.execute(setCustomerHere, visitor, { visitorId, isHere })
}

/** Whether a visitor of an open chat has the widget open: with his first socket yes, some seconds after the last no. */
export function watchVisitors(services: Services, widget: WidgetNamespace, { track }: Tracker) {
  const leaving = new Map<string, NodeJS.Timeout>()
  let isClosing = false

  async function isAnywhere(visitorId: string): Promise<boolean> {
    const name = room.visitor(visitorId)
    if ((widget.adapter.rooms.get(name)?.size ?? 0) > 0) return true
    return services.config.redisUrl !== null && (await widget.in(name).fetchSockets()).length > 0
  }
  async function lookWhetherGone(visitorId: string): Promise<void> {
    if (!isClosing && !(await isAnywhere(visitorId))) await setHere(services, visitorId, false)
  }
  /** Those who were here on a process that died, and did not come back. */
  async function lookForLost(): Promise<void> {
    const { activities } = services.store.t
    const chats = await services.store.read
      .selectDistinct({ visitorId: activities.visitorId })
      .from(activities)
      .where(and(inArray(activities.state, [...openStates]), eq(activities.customerIsHere, true)))
      .limit(2_000)
    for (const { visitorId } of chats) if (visitorId !== null) await lookWhetherGone(visitorId)
  }
  const look = setInterval(() => track(lookForLost()), lookMs)

  return {
    came: (visitorId: string): void => {
      clearTimeout(leaving.get(visitorId))
      leaving.delete(visitorId)
      track(setHere(services, visitorId, true))
    },
    went: (visitorId: string): void => {
      if (isClosing) return
      clearTimeout(leaving.get(visitorId))
      const end = (): void => {
        leaving.delete(visitorId)
        track(lookWhetherGone(visitorId))
      }
      leaving.set(visitorId, setTimeout(end, reloadMs + crowdMs(leaving.size)))
    },
    /** From now on whoever goes connects to another process: he is still here. */
    close: (): void => {
      isClosing = true
      clearInterval(look)
      for (const timer of leaving.values()) clearTimeout(timer)
    },
  }
}
