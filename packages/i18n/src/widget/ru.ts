import { translation } from '../core.ts'
import type { WidgetSource } from './en.ts'

export const ru = translation<WidgetSource>()({
  x: 'x',
})
