import type { ErrorCode, Marks, Message, WidgetCall, WidgetChat, WidgetConfig, WidgetSession } from '@care/contract'
import type { CallState } from '@care/client/calls'
import type { Outbox } from './chat/outbox.ts'
import { mergeMarks, mergeMessages } from './chat/thread.ts'

/** Why something did not work: the server's code, or no answer at all. */
export type Failure = ErrorCode | 'OFFLINE'

export interface State {
  phase: 'loading' | 'failed' | 'ready'
  failure: Failure | null
  config: WidgetConfig | null
  visitor: { name: string; email: string }
  /** What the server says of the page's signed identity. */
  identity: WidgetSession['identity'] | null
  chat: WidgetChat | null
  call: WidgetCall | null
  /** This window’s side of it: microphone and connection. */
  line: CallState | null
  messages: readonly Message[]
  hasEarlier: boolean
  /** Besides `chat`; shown to who is signed in. */
  hasEarlierChats: boolean
  outbox: Outbox
  isConnected: boolean
  /** Since the first connection; before it nothing was lost. */
  wasConnected: boolean
  /** When the connection went, until what was missed is fetched. */
  lostAt: number | null
  typing: string | null
  /** The host page shows the frame. */
  isOpen: boolean
  isFullScreen: boolean
  /** An operator joined while the frame was closed. */
  joinedUnseen: boolean
  /** What the visitor chose to see instead of his chat. */
  wants: 'chat' | 'newChat' | 'leaveMessage' | 'call' | 'callback'
}

export const initialState: State = {
  phase: 'loading',
  failure: null,
  config: null,
  visitor: { name: '', email: '' },
  identity: null,
  chat: null,
  call: null,
  line: null,
  messages: [],
  hasEarlier: false,
  hasEarlierChats: false,
  outbox: [],
  isConnected: false,
  wasConnected: false,
  lostAt: null,
  typing: null,
  isOpen: false,
  isFullScreen: false,
  joinedUnseen: false,
  wants: 'chat',
}

/** State changes by name; every view draws from the state alone. */
export const changes = {
  session: (state: State, session: WidgetSession): State => ({
    ...withChat({ ...state, phase: 'ready', failure: null }, session.chat),
    config: session.config,
    // One that has just ended is still looked at.
    call: session.call ?? (state.call?.state === 'ended' ? state.call : null),
    visitor: session.visitor,
    identity: session.identity,
    messages: mergeMessages(sameChat(state, session.chat) ? state.messages : [], session.messages),
    hasEarlier: session.hasEarlier,
    hasEarlierChats: session.hasEarlierChats,
  }),
  chat: (state: State, chat: WidgetChat | null): State => withChat(state, chat),
  /** Messages of another chat than the one on screen are not for this thread. */
  messages: (state: State, messages: readonly Message[]): State => {
    const mine = messages.filter((message) => message.activityId === state.chat?.activityId)
    const typing = mine.some((message) => message.author.kind === 'operator') ? null : state.typing
    return { ...state, messages: mergeMessages(state.messages, mine), typing }
  },
  marks: (state: State, marks: Marks): State =>
    state.chat ? { ...state, chat: { ...state.chat, marks: mergeMarks(state.chat.marks, marks) } } : state,
  patch: (state: State, patch: Partial<State>): State => ({ ...state, ...patch }),
}

const sameChat = (state: State, chat: WidgetChat | null): boolean => state.chat?.activityId === chat?.activityId

/** A call goes on whatever becomes of the chat. */
const keptWish = ({ wants }: State): State['wants'] => (wants === 'call' ? 'call' : 'chat')

function withChat(state: State, chat: WidgetChat | null): State {
  if (!sameChat(state, chat))
    return {
      ...state,
      chat,
      messages: [],
      hasEarlier: false,
      hasEarlierChats: state.hasEarlierChats || state.chat !== null,
      typing: null,
      wants: keptWish(state),
    }
  if (!chat || !state.chat) return { ...state, chat }
  const hasJoined = chat.state === 'active' && state.chat.state === 'waiting'
  return {
    ...state,
    chat: { ...chat, marks: mergeMarks(state.chat.marks, chat.marks) },
    typing: chat.state === 'active' ? state.typing : null,
    joinedUnseen: state.joinedUnseen || (hasJoined && !state.isOpen),
  }
}

type Changes = typeof changes
type InputOf<K extends keyof Changes> = Parameters<Changes[K]>[1]

export interface Store {
  get: () => State
  set<K extends keyof Changes>(change: K, input: InputOf<K>): void
  subscribe(listener: () => void): () => void
}

export function createStore(start: State = initialState): Store {
  let state = start
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set: (change, input) => {
      const next = (changes[change] as (state: State, input: unknown) => State)(state, input)
      if (next === state) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
