import { makeFrame, type Frame } from './loader/frame.ts'
import { makeLauncher } from './loader/launcher.ts'
import { lockScroll } from './loader/lock-scroll.ts'
import { remember, remembered } from './loader/memory.ts'
import { hear, onWish } from './loader/wishes.ts'
import type { ToApp, Wish } from './protocol.ts'

const fullScreen = '(max-width:480px)'

/**
 * Puts a launcher button and, once needed, an iframe on the host page. Both float: the page's layout never moves. Elements of
 * the page with `data-care-open` (`chat`, `call`, `callback`) open it too.
 */
function start(script: HTMLScriptElement): void {
  const server = new URL(script.src).origin
  const { site = '', language = '' } = script.dataset
  const memory = remembered(site)
  const phone = matchMedia(fullScreen)
  const launcher = makeLauncher(language || navigator.language, memory.colour)
  let isOpen = false
  let frame: Frame | undefined
  let isReady = false
  let wants: Wish | undefined

  const tell = (): void => {
    const message: ToApp = { care: isOpen ? 'open' : 'close', page: location.href, isFullScreen: phone.matches, wants }
    if (!isReady) return
    frame?.element.contentWindow?.postMessage(message, server)
    wants = undefined
  }
  const load = (): void => {
    if (frame) return
    const query = new URLSearchParams({ site, language, host: location.origin })
    frame = makeFrame(`${server}/widget/frame?${query}`, launcher.words.title)
    document.body.append(frame.element)
  }
  const draw = (): void => {
    const isCovered = isOpen && phone.matches
    launcher.draw(isOpen, isCovered)
    frame?.draw(isOpen, phone.matches)
    lockScroll(isCovered)
    tell()
  }
  const set = (open: boolean, byPerson: boolean): void => {
    isOpen = open
    if (open) load()
    draw()
    remember(site, { isOpen })
    if (open && byPerson) frame?.element.focus()
    if (!open && byPerson) launcher.button.focus()
  }

  launcher.button.addEventListener('click', () => set(!isOpen, true))
  onWish((wish) => {
    wants = wish
    set(true, true)
  })
  phone.addEventListener('change', draw)
  const element = (): HTMLIFrameElement | undefined => frame?.element
  hear(server, element, (message) => {
    if (message.care === 'ready') {
      isReady = true
      tell()
    }
    if (message.care === 'minimise') set(false, true)
    if (message.care === 'state') {
      launcher.show(message.unread, message.colour)
      remember(site, { isLive: message.isLive, colour: message.colour })
    }
  })

  document.body.append(launcher.button)
  // Remembered from the page before. On a phone it would cover the page that was just opened, so the button waits there.
  if (memory.isOpen && !phone.matches) return set(true, false)
  if (memory.isLive) load()
  draw()
}

const script = document.currentScript
if (script instanceof HTMLScriptElement && !document.querySelector('[data-care-widget]')) {
  if (document.body) start(script)
  else addEventListener('DOMContentLoaded', () => start(script))
}
