import type { Translation } from '../core.ts'
import type { DesktopSource } from './en.ts'
import { bgDesk } from './bg-desk.ts'
import { bgScreens } from './bg-screens.ts'

export const bg: Translation<DesktopSource> = { ...bgDesk, ...bgScreens }
