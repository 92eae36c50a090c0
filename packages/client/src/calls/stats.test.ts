import { expect, test } from 'vitest'
import { noReading, readStats } from './stats.ts'

const inbound = {
  type: 'inbound-rtp',
  kind: 'audio',
  packetsReceived: 100,
  packetsLost: 0,
  jitter: 0.012,
  audioLevel: 0.4,
}
const pair = { type: 'candidate-pair', state: 'succeeded', currentRoundTripTime: 0.086 }

test('delay, jitter and levels as the browser tells them', () => {
  expect(readStats([inbound, pair, { type: 'media-source', audioLevel: 0.2 }], noReading)).toEqual({
    sample: { delayMs: 86, jitterMs: 12, lossPercent: 0 },
    reading: { received: 100, lost: 0 },
    mine: 0.2,
    theirs: 0.4,
  })
})

test.each([
  ['three of a hundred since the last time', { received: 3, lost: 0 }, { packetsReceived: 100, packetsLost: 3 }, 3],
  ['nothing came', { received: 100, lost: 0 }, { packetsReceived: 100, packetsLost: 0 }, null],
  ['all was lost', { received: 100, lost: 0 }, { packetsReceived: 100, packetsLost: 50 }, 100],
  // Copies that came twice are counted as less than none lost.
  ['fewer lost than before', { received: 50, lost: 2 }, { packetsReceived: 100, packetsLost: -1 }, 0],
])('%s', (_name, before, now, lossPercent) => {
  expect(readStats([{ ...inbound, ...now }], before).sample.lossPercent).toBe(lossPercent)
})

test('a delay from the other side where no pair tells it, and nothing before anything is known', () => {
  expect(readStats([{ type: 'remote-inbound-rtp', roundTripTime: 0.2 }], noReading).sample).toEqual({
    delayMs: 200,
    jitterMs: null,
    lossPercent: null,
  })
})
