import { translation } from '../core.ts'
import type { WidgetSource } from './en.ts'

export const bg = translation<WidgetSource>()({
  x: 'x',
})
