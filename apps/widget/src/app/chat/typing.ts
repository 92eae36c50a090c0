const repeatMs = 3_000
const stopAfterMs = 4_000
/** Longer than the other side's repeat, so that a lost "stopped" does not leave the dots for ever. */
export const forgetTypingMs = 7_000

/** The visitor's own typing sign: said at the first key, again while he goes on, and taken back when he stops. */
export function createTypingSign(send: (isTyping: boolean) => void) {
  let saidAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(timer)
    if (saidAt) send(false)
    saidAt = 0
  }
  return {
    stop,
    key(): void {
      clearTimeout(timer)
      timer = setTimeout(stop, stopAfterMs)
      if (Date.now() - saidAt < repeatMs) return
      saidAt = Date.now()
      send(true)
    },
  }
}
