import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { activityDetails } from '../activities/index.ts'
import { answerByMail } from './commands/answer-by-mail.ts'
import { beginMail } from './commands/begin-mail.ts'
import { cancelMail } from './commands/cancel-mail.ts'
import { retryMail } from './commands/retry-mail.ts'
import { addressOfMailbox, sendingMailboxes } from './mailbox.ts'
import { getMail, listMails } from './queries/list-mails.ts'

export const mailHandlers: Handlers<
  'answerByMail' | 'beginMail' | 'listMailboxes' | 'listMails' | 'cancelMail' | 'retryMail'
> = {
  async answerByMail(call, services) {
    const input = { ...call.params, ...call.body }
    const { activityId, messageId } = await services.execute(answerByMail, call.actor, input, optionsOf(call))
    return {
      activity: await activityDetails(services, call.actor, activityId),
      mail: await getMail(services, call.actor, { messageId }),
    }
  },
  listMails: ({ actor, params, query }, services) => listMails(services, actor, params.activityId, query),
  async cancelMail(call, services) {
    const { mailId } = await services.execute(cancelMail, call.actor, call.params, optionsOf(call))
    return getMail(services, call.actor, { mailId })
  },
  async beginMail(call, services) {
    const input = { ...call.params, ...call.body }
    const { activityId } = await services.execute(beginMail, call.actor, input, optionsOf(call))
    return activityDetails(services, call.actor, activityId)
  },
  async listMailboxes({ actor }, { store }) {
    const all = await sendingMailboxes(store.read, actor.queueIds)
    return {
      items: all.map((one) => ({
        id: one.id,
        name: one.name,
        address: addressOfMailbox(one),
        queueId: one.queueId,
      })),
    }
  },
  async retryMail(call, services) {
    const { mailId } = await services.execute(retryMail, call.actor, call.params, optionsOf(call))
    return getMail(services, call.actor, { mailId })
  },
}
