import { readMessage, type ToApp, type ToHost } from '../protocol.ts'

export interface Host {
  post(message: ToHost): void
}

/** The page around the iframe. Only the window that embeds us, on the origin that it named, is listened to. */
export function connectHost(origin: string, onMessage: (message: ToApp) => void, self: Window = window): Host {
  const { parent } = self
  if (parent === self || origin === '') {
    onMessage({ care: 'open', page: self.location.href, isFullScreen: true })
    return { post: () => {} }
  }
  self.addEventListener('message', (event) => {
    const message = event.source === parent && event.origin === origin ? readMessage<ToApp>(event.data) : null
    if (message) onMessage(message)
  })
  return { post: (message) => parent.postMessage(message, origin) }
}
