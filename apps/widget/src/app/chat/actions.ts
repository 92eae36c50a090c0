import type { Attachment } from '@care/contract'
import { isWorthRepeating } from '@care/client'
import type { Api } from '../api.ts'
import { waitOf } from '../failure.ts'
import type { Store } from '../store.ts'

export interface FirstMessage {
  name: string
  email: string
  text: string
  attachments: Attachment[]
  clientMessageId: string
}

const pausesMs = [700, 2_000, 5_000]

/** Repeats a write that got no answer; the same key makes the repetition harmless. Throws the last failure. */
export async function repeating<T>(write: () => Promise<T>, tries = 0): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const wait = waitOf(error) ?? pausesMs[tries]
    if (wait === undefined || tries >= pausesMs.length || !(isWorthRepeating(error) || waitOf(error))) throw error
    await new Promise((done) => setTimeout(done, wait))
    return repeating(write, tries + 1)
  }
}

/** What the visitor does besides writing in the thread. Each throws ApiError; the view says it in words. */
export function createActions(api: Api, store: Store, page: () => string) {
  const bodyOf = ({ attachments, ...message }: FirstMessage) => ({
    ...message,
    attachmentIds: attachments.map((attachment) => attachment.id),
    page: page().slice(0, 500),
  })
  /** Ends the chat or leaves the line. */
  async function leave(): Promise<void> {
    store.set('chat', await repeating(() => api.call('leaveChat')))
  }
  return {
    leave,
    start: async (message: FirstMessage): Promise<void> => {
      const { clientMessageId } = message
      const begun = await repeating(() =>
        api.call('startChat', { body: bodyOf(message), idempotencyKey: clientMessageId }),
      )
      store.set('chat', begun.chat)
      store.set('messages', [begun.message])
      store.set('patch', { wants: 'chat', visitor: { name: message.name, email: message.email } })
    },
    leaveMessage: async (message: FirstMessage): Promise<void> => {
      const { clientMessageId } = message
      await repeating(() => api.call('leaveMessage', { body: bodyOf(message), idempotencyKey: clientMessageId }))
      if (store.get().chat?.state === 'waiting') await leave()
    },
    rate: async (score: number, comment: string): Promise<void> => {
      store.set('chat', await repeating(() => api.call('rateChat', { body: { score, comment } })))
    },
  }
}
