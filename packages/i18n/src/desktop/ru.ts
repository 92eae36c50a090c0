import type { Translation } from '../core.ts'
import type { DesktopSource } from './en.ts'
import { ruDesk } from './ru-desk.ts'
import { ruScreens } from './ru-screens.ts'

export const ru: Translation<DesktopSource> = { ...ruDesk, ...ruScreens }
