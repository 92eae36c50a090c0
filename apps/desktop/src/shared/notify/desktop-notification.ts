/** 'off' also where the browser has none (plain http, old engines). */
export const mayNotify = (): boolean => 'Notification' in globalThis && Notification.permission === 'granted'
export const canAskToNotify = (): boolean => 'Notification' in globalThis && Notification.permission === 'default'

/** What the browser says: never asked, allowed, refused, or that it has none (plain http, old engines). */
export const notifyState = (): NotificationPermission | 'missing' =>
  'Notification' in globalThis ? Notification.permission : 'missing'

/** Only from a click: never at load. */
export async function askToNotify(): Promise<boolean> {
  return canAskToNotify() ? (await Notification.requestPermission()) === 'granted' : mayNotify()
}

interface Note {
  title: string
  body: string
  /** One per tag: a newer one replaces. */
  tag: string
  onClick: () => void
}

/** Shows a desktop notification when the tab is hidden; returns the way to take it away. */
export function notify({ title, body, tag, onClick }: Note): () => void {
  // Asking the browser for the permission costs a millisecond each time: only where it matters.
  if (document.visibilityState === 'visible' || !mayNotify()) return () => undefined
  try {
    const note = new Notification(title, { body, tag })
    note.addEventListener('click', () => {
      window.focus()
      note.close()
      onClick()
    })
    return () => note.close()
  } catch {
    // Some phones refuse the constructor.
    return () => undefined
  }
}
