import { AppError } from '../kernel/app-error.ts'

/** Another process, or a person, was faster: what was due is done. Anything else is a failure. */
export async function unlessLost(change: Promise<unknown>): Promise<void> {
  try {
    await change
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
