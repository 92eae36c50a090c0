import type { Message, WidgetEvents } from '@care/contract'
import type { LivePorts } from '../live.ts'
import { ring } from '../ring.ts'
import type { Store } from '../store.ts'
import { contiguousSeq, lastSeq } from './thread.ts'
import { forgetTypingMs } from './typing.ts'

interface IncomingPorts {
  store: Store
  repair: () => Promise<void>
  confirm: (clientMessageId: string) => void
  call: Pick<LivePorts['events'], 'call.changed' | 'call.signal'>
}

/** Turns pushes into state; whatever does not fit what is known is fetched. */
export function createIncoming({ store, repair, confirm, call }: IncomingPorts) {
  let typingTimer: ReturnType<typeof setTimeout> | undefined

  const message = (arrived: Message): void => {
    const { chat, isOpen, messages: known } = store.get()
    if (arrived.activityId !== chat?.activityId) return void repair()
    const isNew = arrived.seq > lastSeq(known)
    if (!isOpen && isNew && arrived.author.kind === 'operator') ring()
    store.set('messages', [arrived])
    confirm(arrived.clientMessageId)
    const { messages, hasEarlier } = store.get()
    if (contiguousSeq(messages, hasEarlier) < lastSeq(messages)) void repair()
  }
  const changed = ({ chat }: WidgetEvents['chat.changed']): void => {
    const isOther = chat.activityId !== store.get().chat?.activityId
    const { joinedUnseen } = store.get()
    store.set('chat', chat)
    if (isOther) void repair()
    if (store.get().joinedUnseen && !joinedUnseen) ring()
  }
  const typing = ({ isTyping, name }: WidgetEvents['chat.typing']): void => {
    clearTimeout(typingTimer)
    store.set('patch', { typing: isTyping ? name : null })
    if (isTyping) typingTimer = setTimeout(() => store.set('patch', { typing: null }), forgetTypingMs)
  }
  const site = (change: WidgetEvents['site.changed']): void => {
    const { config } = store.get()
    if (config) store.set('patch', { config: { ...config, ...change } })
  }
  const events: LivePorts['events'] = {
    'chat.message': ({ message: arrived }) => message(arrived),
    'chat.marks': ({ marks }) => store.set('marks', marks),
    'chat.changed': changed,
    'chat.typing': typing,
    'site.changed': site,
    ...call,
  }
  return { message, events }
}
