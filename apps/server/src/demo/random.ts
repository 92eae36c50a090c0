const letters = '0123456789abcdefghjkmnpqrstvwxyz'

export type Random = ReturnType<typeof createRandom>

/** A small seeded generator (splitmix32): the same seed gives the same workspace, on every machine. */
export function createRandom(seed: number) {
  let state = seed >>> 0
  /** From 0, below 1. */
  function next(): number {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    mixed ^= mixed >>> 15
    return (mixed >>> 0) / 4_294_967_296
  }
  /** A whole number from `low` to `high`, both included. */
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  function pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(next() * list.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  /** One key by weight. */
  function weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][]
    let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) if ((rest -= weight) < 0) return key
    const [first] = entries
    if (!first) throw new Error('nothing to pick from')
    return first[0]
  }
  /** An id in the form of the kernel's: 26 characters that sort by time. */
  function id(at: number): string {
    let text = ''
    for (let rest = at, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) text = letters.charAt(rest % 32) + text
    for (let i = 0; i < 16; i++) text += letters.charAt(Math.floor(next() * 32))
    return text
  }
  const chance = (share: number): boolean => next() < share
  return { next, between, pick, weighted, id, chance }
}
