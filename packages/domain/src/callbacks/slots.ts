import { type BusinessHours, openPeriods, type Period } from '../deadlines/business-time.ts'
import { dayMs, minuteMs } from '../time.ts'

/** Times that a customer can choose for a call back (row K4): how long, how soon, how far ahead. */
export const callbackSlots = { lengthMs: 30 * minuteMs, leadMs: 15 * minuteMs, aheadMs: 7 * dayMs } as const

/** An operator may plan a call back so far ahead. */
export const callbackAheadMost = 366 * dayMs

export interface SlotQuestion {
  /** Opening hours of the queue; null = always open. */
  hours: BusinessHours | null
  now: number
  /** How many call backs are planned already, by the begin of their slot. */
  taken: ReadonlyMap<number, number>
  /** How many call backs the queue takes in one slot. */
  places: number
}

/**
 * The free slots of a queue in order. Each lies whole within the opening hours and begins no sooner than the lead; the
 * first of a period begins with it, so that hours from 9:15 give 9:15 and 9:45. Where the clocks change slots stay
 * half an hour long.
 */
export function freeSlots({ hours, now, taken, places }: SlotQuestion): Period[] {
  const { lengthMs, leadMs, aheadMs } = callbackSlots
  const [earliest, end] = [now + leadMs, now + aheadMs]
  // Looked at from midnights before, so that a period that is on now is seen from its begin and slots do not move with time.
  const open = hours === null ? [{ from: floor(now), to: end }] : openPeriods(hours, floor(now) - 2 * dayMs, end)
  const slots: Period[] = []
  for (const period of open)
    for (let from = period.from; from + lengthMs <= period.to; from += lengthMs)
      if (from >= earliest && (taken.get(from) ?? 0) < places) slots.push({ from, to: from + lengthMs })
  return slots
}

/** Whether a customer may choose the slot that begins then. */
export const isFreeSlot = (question: SlotQuestion, from: number): boolean =>
  freeSlots(question).some((slot) => slot.from === from)

const floor = (at: number): number => Math.floor(at / callbackSlots.lengthMs) * callbackSlots.lengthMs
