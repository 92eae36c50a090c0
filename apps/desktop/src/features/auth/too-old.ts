/**
 * Whether the browser lacks what the desktop is written with. Looks at abilities and not at names, which lie.
 * Floor: Chrome 120, Firefox 121, Safari 17.
 */
export function isTooOld(): boolean {
  const hasWords = typeof Array.prototype.toReversed === 'function' && typeof AbortSignal.any === 'function'
  return !hasWords || !CSS.supports('selector(:has(a))') || !('indexedDB' in globalThis)
}
