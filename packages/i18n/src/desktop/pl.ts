import type { Translation } from '../core.ts'
import type { DesktopSource } from './en.ts'
import { plDesk } from './pl-desk.ts'
import { plScreens } from './pl-screens.ts'

export const pl: Translation<DesktopSource> = { ...plDesk, ...plScreens }
