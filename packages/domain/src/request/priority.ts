export const priorities = ['low', 'normal', 'high', 'urgent'] as const

export type Priority = (typeof priorities)[number]

/** The place of a priority in sorting: 0 urgent to 3 low, the smaller goes first. Rule 13. */
export function priorityRank(p: Priority): number {
  return priorities.length - 1 - priorities.indexOf(p)
}
