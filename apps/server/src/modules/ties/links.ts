/** Both ids, the smaller first: two requests have one link, whichever it was made from. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a}:${b}` : `${b}:${a}`)
