/** Words between the host page's loader and the app in the iframe. Both check origin and window of each message. */
export type ToApp = {
  care: 'open' | 'close'
  page: string
  isFullScreen: boolean
  /** The signed identity, once the page has said it; empty: nobody is signed in. */
  identity?: string | undefined
  wants?: Wish | undefined
}
/** What a button of the host page asks for. */
export type Wish = 'chat' | 'call' | 'callback'

export type ToHost =
  | { care: 'ready' }
  | { care: 'minimise' }
  /** `unread` is for the badge; `isLive` says that a chat goes on, so that the next page loads the app at once. */
  /** Whether the signed identity was taken, and if not, why. */
  | { care: 'identity'; isKnown: boolean; refusal: string | null }
  | { care: 'state'; unread: number; isLive: boolean; colour: string }

/** Reads a message of the other side; anything else that flies through `postMessage` is null. */
export function readMessage<T extends ToApp | ToHost>(data: unknown): T | null {
  if (typeof data !== 'object' || data === null) return null
  return typeof (data as { care?: unknown }).care === 'string' ? (data as T) : null
}
