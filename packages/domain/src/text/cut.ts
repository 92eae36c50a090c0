/** The beginning of a text, at most so many UTF-16 characters, never ending in half of a surrogate pair. */
export const cutText = (text: string, most: number): string => text.slice(0, most).replace(/\p{Cs}$/u, '')
