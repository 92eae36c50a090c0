import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chosenPresences, reconnectGraceMs, shownPresence, takesOffers } from './presence.ts'
import type { ChosenPresence, ShownPresence } from './presence.ts'

const lostAt = 1_000_000
const graceUntil = lostAt + reconnectGraceMs

test.each<[string, ChosenPresence, boolean, number | null, number, ShownPresence]>([
  ['connected', 'available', true, null, lostAt, 'available'],
  ['connected and away', 'away', true, null, lostAt, 'away'],
  ['back within the grace', 'busy', true, graceUntil, lostAt + 5, 'busy'],
  ['reloading', 'available', false, graceUntil, lostAt + 1, 'available'],
  ['the last moment of grace', 'busy', false, graceUntil, graceUntil - 1, 'busy'],
  ['the grace is over', 'available', false, graceUntil, graceUntil, 'offline'],
  ['never connected', 'available', false, null, lostAt, 'offline'],
  ['chosen offline with the desktop open', 'offline', true, null, lostAt, 'offline'],
])('%s', (_name, chosen, isConnected, until, now, shown) => {
  expect(shownPresence({ chosen, isConnected, graceUntil: until, now })).toBe(shown)
})

test.each<[ChosenPresence, boolean, ShownPresence]>([
  ['available', true, 'busy'],
  ['away', true, 'away'],
  ['available', false, 'offline'],
])('%s, connected %s and not to be disturbed: shown %s, offered nothing', (chosen, isConnected, shown) => {
  const undisturbed = { chosen, isConnected, dndSince: 1 }
  expect(shownPresence({ ...undisturbed, graceUntil: null, now: 2 })).toBe(shown)
  expect(takesOffers(undisturbed)).toBe(false)
})

test('a minute of grace', () => {
  expect(reconnectGraceMs).toBe(60_000)
})

test('offers go only to those connected and available, who are shown so; after the grace all are offline', () => {
  fc.assert(
    fc.property(fc.constantFrom(...chosenPresences), fc.boolean(), fc.option(fc.nat()), fc.nat(), (...given) => {
      const [chosen, isConnected, until, now] = given
      const shown = shownPresence({ chosen, isConnected, graceUntil: until, now })
      expect(takesOffers({ chosen, isConnected })).toBe(isConnected && shown === 'available')
      const isGone = !isConnected && (until === null || now >= until)
      expect(shown).toBe(isGone ? 'offline' : chosen)
    }),
  )
})
