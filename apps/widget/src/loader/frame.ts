import { style } from './style.ts'

export interface Frame {
  element: HTMLIFrameElement
  draw(isOpen: boolean, isFullScreen: boolean): void
}

/** The app's iframe: a card at the corner, the whole screen on phones. Hidden it stays alive for the unread badge. */
export function makeFrame(src: string, title: string): Frame {
  const element = document.createElement('iframe')
  element.dataset.careWidget = 'frame'
  element.title = title
  // Calls in the browser need them; the visitor is asked all the same.
  element.allow = 'clipboard-write; microphone; autoplay; speaker-selection'
  element.src = src
  style(element, {
    all: 'initial',
    position: 'fixed',
    'z-index': '2147483001',
    border: '0',
    background: '#fff',
    'color-scheme': 'light',
  })
  const draw = (isOpen: boolean, isFullScreen: boolean): void =>
    style(element, {
      // Not display:none, which would lose the scroll position of the thread.
      visibility: isOpen ? 'visible' : 'hidden',
      ...(isFullScreen
        ? { inset: '0', width: '100%', height: '100dvh', 'border-radius': '0', 'box-shadow': 'none' }
        : {
            inset: 'auto 20px 88px auto',
            width: '372px',
            height: 'min(646px, 100dvh - 104px)',
            'border-radius': '16px',
            'box-shadow': '0 20px 56px rgba(25,30,26,.26), 0 0 0 1px rgba(25,30,26,.06)',
          }),
    })
  return { element, draw }
}
