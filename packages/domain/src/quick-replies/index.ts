// A door of its own: only screens that are loaded later need this in a browser.
export * from '../text/csv.ts'
export * from './search.ts'
export * from './shortcut.ts'
export * from './template.ts'
