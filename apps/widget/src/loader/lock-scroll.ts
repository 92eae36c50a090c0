let before: string | null = null

/** While the chat covers a phone's whole screen, the page below it does not scroll; its own setting comes back after. */
export function lockScroll(isCovered: boolean): void {
  if (isCovered === (before !== null)) return
  const { style } = document.documentElement
  if (isCovered) before = style.overflow
  style.overflow = isCovered ? 'hidden' : (before ?? '')
  if (!isCovered) before = null
}
