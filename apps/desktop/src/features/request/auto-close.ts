import { dayMs } from '@care/domain'

/** What the line about auto-close says at one moment (rules 8, 9); times are epoch ms of the server's clock. */
export interface AutoCloseView {
  /** Milliseconds until it closes; 0 when the moment has come. */
  left: number
  /** Less than a day is left: the line turns amber. */
  isNear: boolean
  isDue: boolean
}

export function autoCloseView(autoCloseAt: number, now: number): AutoCloseView {
  const left = Math.max(0, autoCloseAt - now)
  return { left, isNear: left < dayMs, isDue: left === 0 }
}
