import { and, eq, lte } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'

export interface ForgetPhoneEvent {
  channelId: string
  callId: string
  name: string
  receivedBy: number
}

/** Forgets one thing that a phone system said long ago. Only the sweep runs it; what is younger stays. */
export const forgetPhoneEvent = command({
  name: 'forget-phone-event',
  action: [],
  load: (_ctx, _input: ForgetPhoneEvent) => Promise.resolve(null),
  allow: () => false,
  async run(ctx, _subject, { channelId, callId, name, receivedBy }) {
    const { phoneEvents } = ctx.tx.t
    await ctx.tx
      .delete(phoneEvents)
      .where(
        and(
          eq(phoneEvents.channelId, channelId),
          eq(phoneEvents.callId, callId),
          eq(phoneEvents.name, name),
          lte(phoneEvents.receivedAt, receivedBy),
        ),
      )
    return null
  },
})
