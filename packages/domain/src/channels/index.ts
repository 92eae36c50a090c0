// A door of its own: only screens that are loaded later need this in a browser.
export * from './channel.ts'
export * from './setting-fields.ts'
