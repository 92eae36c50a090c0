import type { Site } from '@care/contract'
import type { SiteFields } from './api.ts'

/** A site's fields as they are typed: pages one a line. */
export type SiteDraft = Omit<SiteFields, 'allowedOrigins'> & { allowedOrigins: string }

export const typed = ({ allowedOrigins, ...rest }: Partial<SiteFields>): Partial<SiteDraft> => ({
  ...rest,
  ...(allowedOrigins === undefined ? {} : { allowedOrigins: allowedOrigins.join('\n') }),
})

/** The fields of a site, or of a new one as the API would make it. */
export const draftOf = (site: Site | null): SiteDraft => ({
  name: site?.name ?? '',
  allowedOrigins: site?.allowedOrigins.join('\n') ?? '',
  queueId: site?.queueId ?? '',
  locationId: site?.locationId ?? null,
  language: site?.language ?? 'en',
  hasPreChat: site?.hasPreChat ?? true,
  offersCalls: site?.offersCalls ?? false,
  historyNeedsIdentity: site?.historyNeedsIdentity ?? false,
  colour: site?.colour ?? '#205a43',
  skills: site?.skills ?? [],
})

/** As the API takes it: #rrggbb. */
export const isColour = (typed: string): boolean => /^#[\da-f]{6}$/i.test(typed)
