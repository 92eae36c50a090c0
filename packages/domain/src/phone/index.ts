// A door of its own: no browser needs it.
export * from './phone-call.ts'
export * from './phone-event.ts'
export * from './recording-fetch.ts'
export * from './who-rings.ts'
