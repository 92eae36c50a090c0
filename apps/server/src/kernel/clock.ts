/** The one source of time. Tests move a clock of their own; nothing else calls Date.now for a decision. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
}
export const systemClock: Clock = { now: () => Date.now() }

/** A clock for tests: runs on from `start` in real time and jumps when told. */
export function createTestClock(
  start: number = Date.now(),
): Clock & { advance(ms: number): void; set(at: number): void } {
  let offset = start - Date.now()
  return {
    now: () => Date.now() + offset,
    advance: (ms) => void (offset += ms),
    set: (at) => void (offset = at - Date.now()),
  }
}
