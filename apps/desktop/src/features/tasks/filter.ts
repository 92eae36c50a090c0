import type { Task } from '@care/contract'
import { dayMs, type Medium, type StageCategory } from '@care/domain'

export type When = 'today' | 'week' | 'older'

/** What My requests shows; nothing chosen shows all. */
export interface TaskFilters {
  categories: readonly StageCategory[]
  /** When the last thing was said. */
  when: When | null
  media: readonly Medium[]
  isUnread: boolean
  isVip: boolean
}
export const noFilters: TaskFilters = { categories: [], when: null, media: [], isUnread: false, isVip: false }

/** How many kinds of filters are in use. */
export const filtersUsed = (filters: TaskFilters): number =>
  [
    filters.categories.length > 0,
    filters.when !== null,
    filters.media.length > 0,
    filters.isUnread,
    filters.isVip,
  ].filter(Boolean).length

function whenOf(at: number, now: number): When {
  if (at >= new Date(now).setHours(0, 0, 0, 0)) return 'today'
  return now - at < 7 * dayMs ? 'week' : 'older'
}

/** Whether the task passes every filter in use; what was said today was said this week too. */
export function fitsFilters(task: Task, filters: TaskFilters, now: number): boolean {
  const { categories, when, media, isUnread, isVip } = filters
  if (categories.length > 0 && !categories.includes(task.category)) return false
  if (media.length > 0 && !media.includes(task.medium)) return false
  if (isUnread && task.unread === 0) return false
  if (isVip && !task.customer.isVip) return false
  if (when === null) return true
  const said = whenOf(task.lastLine?.at ?? task.eligibleSince, now)
  return said === when || (when === 'week' && said === 'today')
}
