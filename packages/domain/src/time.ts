/** Lengths of time in milliseconds; the domain counts everything in epoch milliseconds. */
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
