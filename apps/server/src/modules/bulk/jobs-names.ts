/** The job that does the next batch of a run. */
export const step = 'bulk.step'
