import { isLayerOpen } from './shortcuts.ts'

/** Where the focus goes in a region when its place there is gone, best first; the region itself where none is there. */
const nextPlaces =
  '[data-row][aria-current=true], [data-row], textarea:not(:disabled), [role=log], [role=row][tabindex="0"]'

/**
 * Keeps the focus on the page: when what has it is taken away – a row that was closed, a button that is no longer
 * allowed, a message of the corner – it goes to the place from which one came, else to the region's next place.
 */
export function keepFocus(): () => void {
  let focused: Element | null = null
  let place: HTMLElement | null = null
  let region: HTMLElement | null = null
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return
    focused = target
    const here = target.closest<HTMLElement>('[data-region]')
    if (here === null) return
    region = here
    place = target
  }
  // A click beside everything gives it up of one's own will.
  const onPointer = (): void => void (focused = null)
  const mend = (): void => {
    if (focused === null || focused.isConnected || document.activeElement !== document.body || isLayerOpen()) return
    focused = null
    if (place?.isConnected) place.focus({ preventScroll: true })
    if (document.activeElement !== document.body) return
    const home = region?.isConnected ? region : document.querySelector<HTMLElement>('[data-region]')
    ;(home?.querySelector<HTMLElement>(nextPlaces) ?? home)?.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(mend)
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', onFocus)
  document.addEventListener('pointerdown', onPointer, { capture: true })
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('pointerdown', onPointer, { capture: true })
  }
}
