import { remember, remembered } from './memory.ts'

/** A signed token, or how to get a fresh one when the chat opens. */
export type Token = string | (() => string | Promise<string>)

/** The token as text; one that cannot be had is nobody's. */
const readToken = async (token: Token): Promise<string> => {
  try {
    return String(await (typeof token === 'function' ? token() : token))
  } catch {
    return ''
  }
}

/** Whom a token names; only to see whether it is somebody else. The server is who checks it. */
function subjectOf(token: string): unknown {
  try {
    return (JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))) as { sub: unknown }).sub
  } catch {
    return token
  }
}

/**
 * Who the page says that its visitor is: by `data-identity`, or later by `CareWidget.identify({ token })` and
 * `CareWidget.reset()`. The app begins anew for somebody else.
 */
export function makeIdentity(
  site: string,
  given: string | undefined,
  app: { frame: () => unknown; drop: () => void; begin: () => void },
) {
  /** Undefined while the page has said nothing. */
  let token: Token | undefined = given ?? (remembered(site).isReset ? '' : undefined)
  let told: string | undefined
  let isKnown = false

  const identify = async (next: Token): Promise<void> => {
    token = next
    // The app may be loaded by a later page only.
    remember(site, { isReset: next === '' })
    if (!app.frame()) return
    const before = told
    const now = await readToken(next)
    // The same one goes on, unless his token was refused.
    const goesOn = before !== undefined && (isKnown || !now) && subjectOf(before) === subjectOf(now)
    if (goesOn) return
    isKnown = false
    app.drop()
    app.begin()
  }
  const api = {
    identify: (by: { token: Token }): void => void identify(by.token),
    reset: (): void => void identify(''),
  }
  Object.assign(window, { CareWidget: api })
  return {
    isSaid: (): boolean => token !== undefined,
    /** What the app asks for when it begins. */
    read: async (): Promise<string | undefined> => {
      told = token === undefined ? undefined : await readToken(token)
      remember(site, { isReset: false })
      return told
    },
    answered: (answer: { isKnown: boolean; refusal: string | null }): void => {
      if (token === undefined) return
      isKnown = answer.isKnown
      const { refusal } = answer
      dispatchEvent(new CustomEvent('care-widget:identity', { detail: { isKnown, refusal } }))
    },
  }
}
