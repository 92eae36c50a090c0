// A door of its own: only screens that are loaded later need this in a browser.
export * from './currency.ts'
export * from './deal-stages.ts'
export * from './due.ts'
export * from './may-change.ts'
export * from './reminder.ts'
export * from '../zoned.ts'
