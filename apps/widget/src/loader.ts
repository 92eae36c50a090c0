import { makeFrame, type Frame } from './loader/frame.ts'
import { makeIdentity } from './loader/identity.ts'
import { makeLauncher } from './loader/launcher.ts'
import { lockScroll } from './loader/lock-scroll.ts'
import { remember, remembered } from './loader/memory.ts'
import { hear, onWish } from './loader/wishes.ts'
import type { ToApp, Wish } from './protocol.ts'

const fullScreen = '(max-width:480px)'

/** The app's frame: loaded when it is needed, told what the page knows, begun anew for somebody else. */
function makeApp(address: string, title: string) {
  let frame: Frame | undefined
  const app = {
    isReady: false,
    frame: () => frame,
    frameElement: () => frame?.element,
    window: () => frame?.element.contentWindow,
    load: (hasIdentity: boolean): void => {
      if (frame) return
      // The token itself never stands in an address: addresses stand in logs.
      frame = makeFrame(address + (hasIdentity ? '&identity=1' : ''), title)
      document.body.append(frame.element)
    },
    drop: (): void => {
      app.isReady = false
      frame?.element.remove()
      frame = undefined
    },
  }
  return app
}

/**
 * Puts a launcher button and, once needed, an iframe on the host page. Both float: the page's layout never moves. Elements of
 * the page with `data-care-open` (`chat`, `call`, `callback`) open it too.
 */
function start(script: HTMLScriptElement): void {
  const { site = '', language = '', identity: said } = script.dataset
  const server = new URL(script.src).origin
  const memory = remembered(site)
  const phone = matchMedia(fullScreen)
  const launcher = makeLauncher(language || navigator.language, memory.colour)
  const query = new URLSearchParams({ site, language, host: location.origin })
  const app = makeApp(`${server}/widget/frame?${query}`, launcher.words.title)
  let isOpen = false
  let told: string | undefined
  let wants: Wish | undefined

  const tell = (): void => {
    const care = isOpen ? 'open' : 'close'
    const message: ToApp = { care, page: location.href, isFullScreen: phone.matches, identity: told, wants }
    if (!app.isReady) return
    app.window()?.postMessage(message, server)
    wants = undefined
  }
  const draw = (): void => {
    const isCovered = isOpen && phone.matches
    launcher.draw(isOpen, isCovered)
    app.frame()?.draw(isOpen, phone.matches)
    lockScroll(isCovered)
    tell()
  }
  const load = (): void => (app.load(identity.isSaid()), draw())
  const identity = makeIdentity(site, said, { ...app, begin: () => load() })
  const set = (open: boolean, byPerson: boolean): void => {
    isOpen = open
    if (open) load()
    else draw()
    remember(site, { isOpen })
    if (open && byPerson) app.frame()?.element.focus()
    if (!open && byPerson) launcher.button.focus()
  }
  hear(server, app.frameElement, (message) => {
    if (message.care === 'ready')
      void identity.read().then((token) => {
        told = token
        app.isReady = true
        tell()
      })
    if (message.care === 'identity') identity.answered(message)
    if (message.care === 'minimise') set(false, true)
    if (message.care !== 'state') return
    launcher.show(message.unread, message.colour)
    remember(site, { isLive: message.isLive, colour: message.colour })
  })
  launcher.button.addEventListener('click', () => set(!isOpen, true))
  onWish((wish) => {
    wants = wish
    set(true, true)
  })
  phone.addEventListener('change', draw)
  document.body.append(launcher.button)
  // On a phone it would cover the page that was just opened, so the button waits there.
  if (memory.isOpen && !phone.matches) set(true, false)
  else if (memory.isLive) load()
}

const script = document.currentScript
if (script instanceof HTMLScriptElement && !document.querySelector('[data-care-widget]')) {
  if (document.body) start(script)
  else addEventListener('DOMContentLoaded', () => start(script))
}
