import { eq } from '../../db/drizzle.ts'
import { notFound } from '../../kernel/app-error.ts'
import type { Handlers } from '../../kernel/handler.ts'
import type { Services } from '../../kernel/services.ts'
import { hashToken } from '../../kernel/token.ts'
import {
  askCallback,
  callbackToken,
  cancelCallbackByLink,
  linkHashBy,
  linkedCallback,
  moveCallbackByLink,
  slotsOfQueue,
} from '../../modules/callbacks/index.ts'
import { refuseKnocking } from '../refuse-knocking.ts'

type Endpoints =
  | 'listCallbackSlots'
  | 'askCallback'
  | 'openCallbackLink'
  | 'moveCallbackByLink'
  | 'cancelCallbackByLink'

async function queueOfSite({ store }: Services, siteId: string): Promise<string> {
  const { sites } = store.t
  const [site] = await store.read.select({ queueId: sites.queueId }).from(sites).where(eq(sites.id, siteId))
  if (!site) throw notFound('site')
  return site.queueId
}

/** Call backs on the customer's side. Tokens are made here, so that no row and no stored answer of a command holds one. */
export const callbackLinkHandlers: Handlers<Endpoints> = {
  async listCallbackSlots({ actor }, services) {
    const queueId = await queueOfSite(services, actor.siteId)
    return { items: await slotsOfQueue(services.store.read, queueId, services.clock.now()) }
  },
  async askCallback({ actor, body, http, requestId }, services) {
    await refuseKnocking(services, { actor, address: http?.address })
    const input = { ...body, linkHashOf: linkHashBy(services.secrets) }
    const { activityId } = await services.execute(askCallback, actor, input, { requestId })
    const token = callbackToken(services.secrets, activityId)
    return { token, callback: await linkedCallback(services, hashToken(token)) }
  },
  openCallbackLink: ({ body }, services) => linkedCallback(services, hashToken(body.token)),
  async moveCallbackByLink({ actor, body, requestId }, services) {
    const linkHash = hashToken(body.token)
    await services.execute(moveCallbackByLink, actor, { linkHash, from: body.from }, { requestId })
    return linkedCallback(services, linkHash)
  },
  async cancelCallbackByLink({ actor, body, requestId }, services) {
    const linkHash = hashToken(body.token)
    await services.execute(cancelCallbackByLink, actor, { linkHash }, { requestId })
    return linkedCallback(services, linkHash)
  },
}
