export interface Memory {
  isOpen?: boolean
  /** A chat goes on: the app is loaded with the page, so that its badge is right. */
  isLive?: boolean
  colour?: string
  /** The page signed its visitor out, and the app does not know yet. */
  isReset?: boolean
}

const keyOf = (site: string): string => `care-widget:${site}`

/** What the pages of this host remembered about the widget; nothing where storage is refused. */
export function remembered(site: string): Memory {
  try {
    return JSON.parse(localStorage.getItem(keyOf(site)) ?? '{}') as Memory
  } catch {
    return {}
  }
}

export function remember(site: string, change: Memory): void {
  try {
    localStorage.setItem(keyOf(site), JSON.stringify({ ...remembered(site), ...change }))
  } catch {
    // Private mode: the widget starts closed on each page.
  }
}
