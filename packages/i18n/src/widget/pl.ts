import { translation } from '../core.ts'
import type { WidgetSource } from './en.ts'

export const pl = translation<WidgetSource>()({
  x: 'x',
})
