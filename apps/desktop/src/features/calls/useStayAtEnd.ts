import { useCallback } from 'react'

/** As near to the end as rounding leaves it, in px. */
const near = 8

/**
 * For a box that scrolls: whoever sees its end goes on seeing it when more comes into it, or when something below takes
 * of its height. Whoever has scrolled up is left where he reads.
 */
export function useStayAtEnd(): (box: HTMLElement | null) => (() => void) | undefined {
  return useCallback((box: HTMLElement | null) => {
    if (!box) return undefined
    const isAtEnd = (): boolean => box.scrollHeight - box.scrollTop - box.clientHeight < near
    let stays = isAtEnd()
    const look = (): void => {
      stays = isAtEnd()
    }
    const stay = (): void => {
      if (stays) box.scrollTop = box.scrollHeight
    }
    const sizes = new ResizeObserver(stay)
    sizes.observe(box)
    const lines = new MutationObserver(stay)
    lines.observe(box, { childList: true, subtree: true })
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      lines.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [])
}
