export const languages = ['en', 'ru', 'pl', 'bg'] as const
export type Language = (typeof languages)[number]
