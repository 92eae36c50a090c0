/** A field value as text; what is no text (nothing, a list) counts as empty. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
