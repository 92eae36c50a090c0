import { expect, test } from 'vitest'
import { hasWay, isTold, notificationEvents, notificationKinds, panelKinds, ways } from './kinds.ts'

test('an offer and a message have a place of their own, everything else is in the panel', () => {
  expect(notificationEvents.filter((kind) => !panelKinds.some((one) => one === kind))).toEqual(['offer', 'message'])
})

test('nobody is told by mail yet, and no default names a way that is not there', () => {
  for (const kind of notificationEvents) {
    expect(hasWay(kind, 'email')).toBe(false)
    expect(isTold({ [kind]: { email: true } }, kind, 'email')).toBe(false)
    for (const way of notificationKinds[kind].defaults) expect(hasWay(kind, way)).toBe(true)
  }
})

test.each(notificationEvents)('%s: chosen goes before the default', (kind) => {
  for (const way of ways.filter((one) => hasWay(kind, one))) {
    expect(isTold({ [kind]: { [way]: true } }, kind, way)).toBe(true)
    expect(isTold({ [kind]: { [way]: false } }, kind, way)).toBe(false)
  }
})

test('a supervisor hears alerts only when he asked for it', () => {
  expect([isTold({}, 'alert', 'panel'), isTold({}, 'alert', 'sound'), isTold({}, 'alert', 'browser')]).toEqual([
    true,
    false,
    false,
  ])
})
