import type { Message } from '@care/contract'
import { isWorthRepeating } from '@care/client'
import type { Api } from '../api.ts'
import { failureOf, waitOf } from '../failure.ts'
import type { Live } from '../live.ts'
import { getJson, setJson, type TextStore } from '../storage.ts'
import type { OutboxItem } from './outbox.ts'
import type { SendResult, SenderPorts } from './sender.ts'

interface DeliverPorts {
  api: Api
  live: () => Live
  renew: () => Promise<void>
  onSent: (message: Message) => void
}

/** Sends one message once: through the live connection when there is one, over HTTP otherwise. */
export function createDeliver({ api, live, renew, onSent }: DeliverPorts): SenderPorts['send'] {
  const write = ({ clientMessageId, text, attachments }: OutboxItem): Promise<Message> => {
    const body = { clientMessageId, text, attachmentIds: attachments.map((attachment) => attachment.id) }
    if (live().isConnected) return live().call('sendWidgetMessage', { body })
    return api.call('sendWidgetMessage', { body, idempotencyKey: clientMessageId })
  }
  return async (item): Promise<SendResult> => {
    try {
      onSent(await write(item))
      return 'sent'
    } catch (error) {
      const failure = failureOf(error)
      const waitMs = waitOf(error)
      if (waitMs !== null || failure === 'OFFLINE' || isWorthRepeating(error)) return { waitMs }
      if (failure === 'VISITOR_UNKNOWN') await renew()
      return { refused: failure }
    }
  }
}

const prefix = 'out:'

/** Where the outbox outlives a reload: one key per message, so that two tabs never overwrite each other. */
export const outboxDisk = (storage: TextStore) => ({
  read: (): OutboxItem[] =>
    storage
      .keys()
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => getJson<OutboxItem>(storage, key) ?? []),
  keep: (item: OutboxItem): void => setJson(storage, prefix + item.clientMessageId, item),
  forget: (id: string): void => storage.remove(prefix + id),
})
