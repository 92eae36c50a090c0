/** Headers of a mail by their names in lower case; values unfolded and decoded, in the order in which they stand. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>

/** The first header of this (lower-case) name, trimmed; null when there is none. */
export const headerOf = (headers: MailHeaders, name: string): string | null => headers.get(name)?.[0]?.trim() ?? null
