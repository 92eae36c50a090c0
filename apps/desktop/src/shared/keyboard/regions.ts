const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex]:not([tabindex="-1"])'
const lastFocused = new WeakMap<Element, HTMLElement>()

const isShown = (element: HTMLElement): boolean => element.checkVisibility?.({ visibilityProperty: true }) ?? true

/** Marks an element as a stop of F6; put it on regions in their order on the page. */
export const regionStop = { 'data-region': '' } as const

function go(step: 1 | -1): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown)
  if (regions.length === 0) return false
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  if (here >= 0 && document.activeElement instanceof HTMLElement)
    lastFocused.set(regions[here] as Element, document.activeElement)
  const next =
    regions[(here === -1 ? (step === 1 ? 0 : regions.length - 1) : here + step + regions.length) % regions.length]
  if (!next) return false
  const known = lastFocused.get(next)
  const target =
    known?.isConnected && isShown(known) ? known : [...next.querySelectorAll<HTMLElement>(focusable)].find(isShown)
  ;(target ?? next).focus()
  return true
}

/** The next and the previous region, back to where one was in it. */
export const regionShortcuts = { nextRegion: () => go(1), previousRegion: () => go(-1) } as const
