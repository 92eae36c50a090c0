/** A name in each language of the product, for what an installation is born with (stages, outcomes). */
export type LocalName = Readonly<Record<'en' | 'ru' | 'pl' | 'bg', string>>
