/** How letters alone act as shortcuts: as they are, only with Alt held, or not at all (WCAG 2.1.4). */
export const singleKeyModes = ['on', 'alt', 'off'] as const
export type SingleKeys = (typeof singleKeyModes)[number]
