import { readMessage, type ToHost, type Wish } from '../protocol.ts'

const known: readonly unknown[] = ['chat', 'call', 'callback'] satisfies Wish[]

/** Tells when something of the page is pressed that opens the widget: any element with `data-care-open`. */
export function onWish(tell: (wish: Wish) => void): void {
  addEventListener('click', ({ target }) => {
    const wish = (target as Element).closest<HTMLElement>('[data-care-open]')?.dataset.careOpen
    if (known.includes(wish)) tell(wish as Wish)
  })
}

/** Tells what the frame says; others who post to the page are not listened to. */
export function hear(
  server: string,
  frame: () => HTMLIFrameElement | undefined,
  tell: (message: ToHost) => void,
): void {
  addEventListener('message', ({ origin, source, data }) => {
    const element = frame()
    if (origin !== server || !element || source !== element.contentWindow) return
    const message = readMessage<ToHost>(data)
    if (message) tell(message)
  })
}
