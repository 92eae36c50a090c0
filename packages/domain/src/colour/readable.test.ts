import { describe, expect, it } from 'vitest'
import { contrastToWhite, readable } from './readable.ts'

describe('readable', () => {
  it.each(['#ffffff', '#ffcc00', '#1F5A45', 'red; background: url(x)', ''])(
    'makes %s dark enough for white text',
    (colour) => {
      const result = readable(colour)
      expect(result).toMatch(/^#[\da-f]{6}$/i)
      expect(
        contrastToWhite([1, 3, 5].map((at) => Number.parseInt(result.slice(at, at + 2), 16))),
      ).toBeGreaterThanOrEqual(4.5)
    },
  )
  it('leaves a dark colour as it is', () => expect(readable('#1f5a45')).toBe('#1f5a45'))
})
