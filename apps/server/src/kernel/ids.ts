import { randomBytes } from 'node:crypto'

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

function encode(value: number, length: number): string {
  let text = ''
  let rest = value
  for (let i = 0; i < length; i++) {
    text = digits.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}

/** Pool of random bytes: one call of the system's generator for many ids. */
let pool = randomBytes(4_096)
let used = 0

/** New id: 26 characters, sorts by time of making (48 bits of milliseconds, 80 random bits, as ULID does). */
export function newId(now: number): string {
  if (used + 16 > pool.length) {
    pool = randomBytes(4_096)
    used = 0
  }
  let random = ''
  for (let i = 0; i < 16; i++) random += digits.charAt((pool[used + i] ?? 0) & 31)
  used += 16
  return encode(now, 10) + random
}

/** So many ids of one millisecond are told apart by their last four digits. */
const mostInOrder = 32 ** 4
let order = { at: -1, beginning: '', count: 0 }

/** The same, and behind those that this process made so before, also in one millisecond: for what is taken in its order. */
export function newIdInOrder(now: number): string {
  if (order.at !== now || order.count === mostInOrder) order = { at: now, beginning: newId(now).slice(0, -4), count: 0 }
  return order.beginning + encode(order.count++, 4)
}

/** Sorts before every id that is made from then on, and behind those made before. */
export const idAt = (at: number): string => encode(at, 10)

/** Unguessable token of 256 bits for cookies, visitors and links. */
export const newToken = (): string => randomBytes(32).toString('base64url')
