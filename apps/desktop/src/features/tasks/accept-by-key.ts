const afterShownMs = 400
const afterTypingMs = 500

/**
 * Whether the key `a` may accept an offer: not in its first 400 ms and not within 500 ms of typing, so that a burst of
 * typing cannot accept. All times in milliseconds of one clock.
 */
export const mayAcceptByKey = ({ shownAt, typedAt, now }: { shownAt: number; typedAt: number; now: number }): boolean =>
  now - shownAt >= afterShownMs && now - typedAt >= afterTypingMs
