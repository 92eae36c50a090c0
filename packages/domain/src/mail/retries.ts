import { hourMs, minuteMs } from '../time.ts'

/** Pauses after failed tries to send, in ms: soon at first, then as RFC 5321 4.5.4.1 wants it, for some days. */
const pausesMs = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1_440, 1_440].map((minutes) => minutes * minuteMs)

/** After so many tries a mail is not tried any more: five days after the first at most. */
export const mostMailTries = pausesMs.length + 1

/** How long a mail waits after it has failed for the nth time, in ms; null when it is given up (row E3). */
export const mailRetryAfterMs = (tries: number): number | null => pausesMs[Math.max(0, tries - 1)] ?? null

/** A process that took a mail to send it and was not heard of for so long is taken to be gone. */
export const mailLeaseMs = hourMs / 4
