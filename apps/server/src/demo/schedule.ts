import { dayMs, hourMs, minuteMs, type Medium } from '@care/domain'
import type { Random } from './random.ts'

/** Office hours, UTC. */
const opens = 7
const closes = 17

export const isQuick = (medium: Medium): boolean => medium === 'chat' || medium === 'call' || medium === 'messenger'

/** The same moment, or the next morning when nobody is in the office. */
export function inOffice(random: Random, at: number): number {
  let day = at - (at % dayMs)
  const hour = (at - day) / hourMs
  const isWorkday = (time: number): boolean => (new Date(time).getUTCDay() + 6) % 7 < 5
  if (isWorkday(day) && hour >= opens && hour < closes) return at
  if (hour >= opens) day += dayMs
  while (!isWorkday(day)) day += dayMs
  return day + opens * hourMs + random.between(0, 2 * hourMs)
}

/** How long somebody takes to answer in this medium, in milliseconds. */
export function pause(random: Random, medium: Medium, by: 'customer' | 'operator'): number {
  if (medium === 'chat') return random.between(12, by === 'operator' ? 90 : 120) * 1_000
  if (medium === 'messenger') return random.between(1, 12) * minuteMs
  return by === 'operator' ? random.between(10, 240) * minuteMs : random.between(30, 1_200) * minuteMs
}

/** How long it waits until an operator has it. */
export function wait(random: Random, medium: Medium): number {
  if (medium === 'chat' || medium === 'call') return random.between(4, 120) * 1_000
  return medium === 'messenger' ? random.between(1, 15) * minuteMs : random.between(5, 180) * minuteMs
}

/** Moments of contact between two times, in order, growing denser, within working days. */
export function contacts(random: Random, count: number, from: number, to: number): number[] {
  return Array.from({ length: count }, () => {
    const at = from + Math.floor((to - from) * random.next() ** 0.75)
    let within = inOffice(random, at)
    // Not yet: then it was on an earlier day.
    for (let days = 1; within >= to; days++) within = inOffice(random, at - days * dayMs)
    return within
  }).sort((a, b) => a - b)
}
