export const en = {
  x: 'x',
} as const

export type WidgetSource = typeof en
