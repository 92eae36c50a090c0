import { isLayerOpen } from './shortcuts.ts'

/** What may take the focus unasked: no field, in which the next shortcut would be typed. */
const places = 'button:not(:disabled), a[href], [role=row][tabindex="0"], [role=log], [role=treeitem][tabindex="0"]'

/**
 * Keeps the focus on the page: when what has it is taken away – a row that was closed, a button that is no longer
 * allowed, a message of the corner – it goes to what stands nearest, or to the place from which one came. A row that
 * only changes its list keeps it.
 */
export function keepFocus(): () => void {
  let focused: Element | null = null
  /** In a region: the last place, and what it stands in, innermost first, up to the region. */
  let place: HTMLElement | null = null
  let around: HTMLElement[] = []
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return
    focused = target
    const region = target.closest<HTMLElement>('[data-region]')
    if (region === null) return
    place = target
    around = []
    for (let one = target.parentElement; one !== null && region.contains(one); one = one.parentElement) around.push(one)
  }
  // A click beside everything gives it up of one's own will.
  const onPointer = (): void => void (focused = null)
  const mend = (): void => {
    if (focused === null || focused.isConnected || document.activeElement !== document.body || isLayerOpen()) return
    // A row that another list shows now: the customer has answered, and the next key is still for it.
    const row = focused instanceof HTMLElement ? focused.dataset.row : undefined
    if (row !== undefined)
      document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)?.focus({ preventScroll: true })
    if (document.activeElement !== document.body) return
    focused = null
    if (place?.isConnected) place.focus({ preventScroll: true })
    if (document.activeElement !== document.body) return
    const near = around.find((one) => one.isConnected) ?? document.querySelector<HTMLElement>('[data-region]')
    const region = near?.closest<HTMLElement>('[data-region]')
    const next =
      near?.querySelector<HTMLElement>('[data-row][aria-current=true]') ?? near?.querySelector<HTMLElement>(places)
    ;(next ?? region)?.focus({ preventScroll: true })
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
