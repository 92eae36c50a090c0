import { businessHoursLimits, businessHoursProblem } from '@care/domain'
import { z } from 'zod'
import { id, ref, requiredText, text, version } from './common.ts'

/** Minutes after midnight by the calendar's clocks; 1440 ends the day. */
const interval = z.object({ from: z.number().int().min(0).max(1440), to: z.number().int().min(0).max(1440) })
const intervals = z.array(interval).max(businessHoursLimits.intervalsPerDay)
const holiday = z.object({
  date: z.string().max(10),
  name: text(businessHoursLimits.holidayName),
  intervals,
})
const hours = {
  timeZone: z.string().min(1).max(64),
  /** Seven lists, Monday first; none overlaps. */
  days: z.array(intervals).length(7),
  holidays: z.array(holiday).max(businessHoursLimits.holidays),
}

/** Opening hours and holidays that queues share. */
export const calendar = z.object({ id, name: z.string(), ...hours, queues: z.array(ref), version })
export type Calendar = z.output<typeof calendar>

/** Hours are replaced as a whole; `details.issues` names the day or holiday that is wrong. */
export const calendarFields = z.object({ name: requiredText(100), ...hours }).superRefine((value, ctx) => {
  const problem = businessHoursProblem(value)
  if (problem !== null) ctx.addIssue({ code: 'custom', path: problem.split('.'), message: 'not valid' })
})
export type CalendarFields = z.output<typeof calendarFields>
