/** How many customers may choose the same time to be called back (row K4); each queue says it. */
export const callbackPlaces = { least: 1, most: 1_000, usual: 3 } as const
