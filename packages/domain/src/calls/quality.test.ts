import { expect, test } from 'vitest'
import { type CallLevel, type CallSample, levelAtFirst, rateCall, settleLevel } from './quality.ts'

const fine: CallSample = { delayMs: 86, jitterMs: 12, lossPercent: 0.3 }

test.each<[string, Partial<CallSample>, CallLevel]>([
  ['as in the mock', {}, 'good'],
  ['nothing known yet', { delayMs: null, jitterMs: null, lossPercent: null }, 'good'],
  ['a long way', { delayMs: 300 }, 'fair'],
  ['just not a long way', { delayMs: 299 }, 'good'],
  ['by satellite', { delayMs: 600 }, 'poor'],
  ['uneven', { jitterMs: 30 }, 'fair'],
  ['very uneven', { jitterMs: 60 }, 'poor'],
  ['some loss', { lossPercent: 2 }, 'fair'],
  ['much loss', { lossPercent: 6 }, 'poor'],
  ['the worst counts', { delayMs: 310, lossPercent: 40 }, 'poor'],
])('%s', (_name, sample, level) => {
  expect(rateCall({ ...fine, ...sample })).toBe(level)
})

const shownAfter = (levels: CallLevel[]): CallLevel => levels.reduce(settleLevel, levelAtFirst).level

test.each<[CallLevel[], CallLevel]>([
  [['poor', 'poor'], 'good'],
  [['poor', 'poor', 'poor'], 'poor'],
  [['poor', 'poor', 'good', 'poor'], 'good'],
  [['poor', 'fair', 'poor', 'fair'], 'good'],
  [['fair', 'fair', 'fair', 'good', 'good'], 'fair'],
  [['fair', 'fair', 'fair', 'good', 'good', 'good'], 'good'],
])('%j shows %s', (levels, shown) => {
  expect(shownAfter(levels)).toBe(shown)
})
