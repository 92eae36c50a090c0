/** The job that takes what came in by a channel. */
export const takeIntake = 'takeIntake'
