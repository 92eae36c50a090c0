/** At most four a second for each key. */
const fourASecondMs = 250

/**
 * Lets the first call of a key through at once and joins what follows within the pause into one at its end, so that
 * watching a busy queue costs the same as watching a quiet one.
 */
export function createCoalescer(fire: (key: string) => void, pauseMs = fourASecondMs) {
  const pauses = new Map<string, { timer: NodeJS.Timeout; isDirty: boolean }>()

  function open(key: string): void {
    fire(key)
    pauses.set(key, { timer: setTimeout(() => end(key), pauseMs), isDirty: false })
  }
  function end(key: string): void {
    const isDirty = pauses.get(key)?.isDirty
    pauses.delete(key)
    if (isDirty) open(key)
  }
  return {
    touch: (key: string): void => {
      const pause = pauses.get(key)
      if (pause) pause.isDirty = true
      else open(key)
    },
    /** Fires what waits and forgets the pauses. */
    flush: (): void => {
      for (const [key, { timer, isDirty }] of pauses) {
        clearTimeout(timer)
        if (isDirty) fire(key)
      }
      pauses.clear()
    },
  }
}
