import type { Message } from '@care/contract'
import { formatDate } from '@care/i18n/format'
import { Fragment } from 'preact'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { MessageItem, PendingItem } from './MessageItem.tsx'

const groupMs = 5 * 60_000

/** Time and mark stand under the last of several messages that one side wrote in a row. */
const endsGroup = (message: Message, next: Message | undefined): boolean =>
  next?.author.kind !== message.author.kind ||
  next.author.id !== message.author.id ||
  next.createdAt - message.createdAt > groupMs

/** The log "Messages": days, messages by seq, then what is still on its way. */
export function MessageList({ state, isQuiet }: { state: State; isQuiet: boolean }) {
  const { t } = useWidget()
  const { messages, outbox, chat } = state
  const arrived = new Set(messages.map((message) => message.clientMessageId))
  const pending = outbox.filter((item) => !arrived.has(item.clientMessageId))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the thread scrolls by keys
    <div class="log" role="log" aria-label={t('thread.messages')} aria-live={isQuiet ? 'off' : 'polite'} tabIndex={0}>
      {messages.map((message, index) => {
        const day = formatDate(t.language, message.createdAt)
        const before = messages[index - 1]
        const isNewDay = before !== undefined && formatDate(t.language, before.createdAt) !== day
        return (
          <Fragment key={message.clientMessageId || message.id}>
            {isNewDay && <p class="ws">{day}</p>}
            <MessageItem message={message} marks={chat?.marks} isEnd={endsGroup(message, messages[index + 1])} />
          </Fragment>
        )
      })}
      {pending.map((item) => (
        <PendingItem key={item.clientMessageId} item={item} />
      ))}
    </div>
  )
}
