import { expect, test } from 'vitest'
import {
  hasWay,
  isMailed,
  isTold,
  type NotificationEvent,
  notificationEvents,
  notificationKinds,
  panelKinds,
  type Way,
  ways,
} from './kinds.ts'

test('an offer and a message have a place of their own, everything else is in the panel', () => {
  expect(notificationEvents.filter((kind) => !panelKinds.some((one) => one === kind))).toEqual(['offer', 'message'])
})

test('mail is there for all that the panel keeps, and for nobody until he asks for it', () => {
  for (const kind of notificationEvents) {
    expect(hasWay(kind, 'email')).toBe(panelKinds.some((one) => one === kind))
    expect(isTold({}, kind, 'email')).toBe(false)
    for (const way of notificationKinds[kind].defaults) expect(hasWay(kind, way)).toBe(true)
  }
})

test.each<[NotificationEvent, Partial<Record<Way, boolean>>, boolean]>([
  ['mention', {}, false],
  ['mention', { email: true }, true],
  ['mention', { email: true, sound: false, browser: false }, true],
  ['mention', { email: true, panel: false }, false],
  ['alert', { email: true }, true],
  ['offer', { email: true }, false],
  ['message', { email: true, panel: true }, false],
])('%s with %j is mailed: %s', (kind, switches, mailed) => {
  expect(isMailed({ [kind]: switches }, kind)).toBe(mailed)
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
