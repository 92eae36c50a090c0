/** A member of the group that a task was handed to. */
export interface GroupMember {
  /** At the desk, whatever he does there. */
  isThere: boolean
  /** Has declined it, missed it or handed it over himself. */
  wasTried: boolean
}

/** Why a task leaves its group: its time is up, or nobody of it is left to ask. */
export type GroupOver = 'late' | 'nobody'

/** Whether a task that waits for a group goes to its queue now, and why; null = the group keeps it. Rule 24. */
export function groupOver(task: { until: number; now: number; members: readonly GroupMember[] }): GroupOver | null {
  if (task.now >= task.until) return 'late'
  return task.members.some(({ isThere, wasTried }) => isThere && !wasTried) ? null : 'nobody'
}
