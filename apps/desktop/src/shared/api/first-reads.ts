let gate: Promise<void> | undefined

/** What a read waits for; undefined nearly always. */
export const untilReadsMayBegin = (): Promise<void> | undefined => gate

/**
 * Reads of a desk that has just opened wait for its live connection: what is read then has nothing before it that was
 * pushed to nobody, and need not be read a second time. A slow connection holds them no longer than `atMostMs`.
 * Returns how to let them go, which answers whether none had begun before.
 */
export function holdReads(atMostMs: number): () => boolean {
  let open = (): void => undefined
  let isInTime = true
  const mine = new Promise<void>((resolve) => (open = resolve))
  gate = mine
  const letGo = (): void => {
    if (gate === mine) gate = undefined
    open()
  }
  const timer = setTimeout(() => {
    isInTime = false
    letGo()
  }, atMostMs)
  return () => {
    clearTimeout(timer)
    letGo()
    return isInTime
  }
}
