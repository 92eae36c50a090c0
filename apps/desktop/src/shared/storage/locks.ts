/** The locks that all tabs of this browser share; null where there are none (a page served over plain http). */
export const tabLocks = (): LockManager | null => (navigator as { locks?: LockManager | null }).locks ?? null
