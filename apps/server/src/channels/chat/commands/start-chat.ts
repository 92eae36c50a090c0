import type { Api, BodyOf } from '@care/contract'
import { isTalkOver, type Medium } from '@care/domain'
import { command, type Ctx } from '../../../kernel/command.ts'
import { appendMessage, loadChatOf, openActivity } from '../../../modules/activities/index.ts'
import { identifyVisitorCustomer } from '../../../modules/customers/index.ts'
import { type LoadedVisitor as Loaded, loadVisitor } from '../../visitor.ts'

type Words = BodyOf<Api['startChat']>

async function begin(ctx: Ctx, { visitor, site }: Loaded, medium: Medium, input: Words) {
  await identifyVisitorCustomer(ctx, visitor.customerId, {
    name: input.name,
    email: input.email,
    language: visitor.language,
  })
  return openActivity(ctx, {
    customerId: visitor.customerId,
    medium,
    queueId: site.queueId,
    typeId: site.typeId,
    text: input.text,
    fallbackTitle: site.name,
    source: input.page,
    skills: site.skills,
    locationId: site.locationId,
    siteId: site.id,
    visitorId: visitor.id,
  })
}

const lineOf = ({ visitor }: Loaded, input: Words) => ({
  author: { kind: 'customer' as const, id: visitor.customerId, name: '' },
  clientMessageId: input.clientMessageId,
  text: input.text,
  attachmentIds: input.attachmentIds,
  fileOwner: `visitor:${visitor.id}`,
})

/** The first message of a chat. While a chat is open it is simply its next message, so a repeated call makes one chat. */
export const startChat = command({
  name: 'start-chat',
  action: 'visitor',
  load: (ctx, _input: Words) => loadVisitor(ctx),
  allow: ({ actor }, { visitor }) => actor.kind === 'visitor' && actor.id === visitor.id,
  async run(ctx, loaded, input) {
    const chat = await loadChatOf(ctx, loaded.visitor.id)
    const thread = chat && !isTalkOver(chat.activity.state) ? chat : await begin(ctx, loaded, 'chat', input)
    return appendMessage(ctx, thread, lineOf(loaded, input))
  },
})

/** Out of hours, or tired of waiting: the words become a form activity that waits in the queue and is answered by mail. */
export const leaveMessage = command({
  name: 'leave-message',
  action: 'visitor',
  load: (ctx, _input: Words) => loadVisitor(ctx),
  allow: ({ actor }, { visitor }) => actor.kind === 'visitor' && actor.id === visitor.id,
  async run(ctx, loaded, input) {
    const thread = await begin(ctx, loaded, 'form', input)
    await appendMessage(ctx, thread, lineOf(loaded, input))
    return { activityId: thread.activity.id }
  },
})
