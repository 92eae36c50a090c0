import type { CallbackSlot, LinkedCallback } from '@care/contract'
import { isTalkOver } from '@care/domain'
import { freeSlots } from '@care/domain/callbacks'
import { eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'
import type { Services } from '../../../kernel/services.ts'
import { shownPhone } from '../../customers/index.ts'
import { isLinkOver } from '../rights.ts'
import { slotQuestion } from '../store.ts'

/** Free slots of a queue, in order. */
export const slotsOfQueue = async (db: Reader, queueId: string, now: number, ownId = ''): Promise<CallbackSlot[]> =>
  freeSlots(await slotQuestion(db, queueId, now, ownId))

/** What a customer sees through his link. NOT_FOUND for one that is none, was replaced, or is over since a day. */
export async function linkedCallback({ store, clock }: Services, linkHash: string): Promise<LinkedCallback> {
  const { callbacks, activities, customers } = store.t
  const [row] = await store.read
    .select({ callback: callbacks, activity: activities, language: customers.language })
    .from(callbacks)
    .innerJoin(activities, eq(activities.id, callbacks.activityId))
    .innerJoin(customers, eq(customers.id, activities.customerId))
    .where(eq(callbacks.linkHash, linkHash))
  if (!row || isLinkOver(row.activity, clock.now())) throw notFound('call back')
  const { callback, activity, language } = row
  const canChange = activity.state === 'planned' || activity.state === 'waiting'
  return {
    state: stateOf(activity.state, callback.cancelledAt),
    maskedPhone: masked(shownPhone(callback.phone)),
    slot: { from: callback.slotFrom, to: callback.slotTo },
    timeZone: callback.timeZone,
    language: language as LinkedCallback['language'],
    canChange,
    slots:
      canChange && activity.queueId !== null
        ? await slotsOfQueue(store.read, activity.queueId, clock.now(), activity.id)
        : [],
  }
}

type State = Parameters<typeof isTalkOver>[0]
function stateOf(state: State, cancelledAt: number | null): LinkedCallback['state'] {
  if (cancelledAt !== null) return 'cancelled'
  if (isTalkOver(state)) return 'over'
  if (state === 'active') return 'calling'
  return state === 'planned' ? 'planned' : 'due'
}

/** Who finds the link is not told whose it is: all digits but the last three are hidden. */
const masked = (phone: string): string => phone.replaceAll(/\d(?=(?:\D*\d){3})/gu, '•')
