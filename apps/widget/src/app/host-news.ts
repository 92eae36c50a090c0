import { unreadCount } from './chat/thread.ts'
import { readable } from '@care/contract/wire'
import type { Host } from './host.ts'
import type { State, Store } from './store.ts'

const isSame = (a: State, b: State): boolean =>
  a.messages === b.messages &&
  a.chat === b.chat &&
  a.call === b.call &&
  a.config === b.config &&
  a.identity === b.identity &&
  a.joinedUnseen === b.joinedUnseen

/** Keeps the host page's launcher right: badge, colour, and whether a chat goes on. */
export function tellHost(store: Store, host: Host): void {
  let told = store.get()
  store.subscribe(() => {
    const state = store.get()
    const { call, chat, config, joinedUnseen, messages } = state
    if (!config || isSame(state, told)) return
    if (state.identity && state.identity !== told.identity) host.post({ care: 'identity', ...state.identity })
    told = state
    const unread = chat ? unreadCount(messages, chat.marks) : 0
    host.post({
      care: 'state',
      // An operator who joined and has not written yet is news too.
      unread: Math.max(unread, joinedUnseen ? 1 : 0),
      isLive: [chat, call].some((talk) => talk !== null && talk.state !== 'ended'),
      colour: readable(config.colour),
    })
  })
}
