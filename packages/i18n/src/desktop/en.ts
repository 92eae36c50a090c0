import { enDesk } from './en-desk.ts'
import { enScreens } from './en-screens.ts'

/** English, the source of all keys of the desktop: one file per feature, listed in `en-desk.ts` or `en-screens.ts`. */
export const en = { ...enDesk, ...enScreens }

export type DesktopSource = typeof en
