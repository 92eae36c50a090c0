import type { Medium } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'

/** The medium in a word, for names that screen readers say. */
export const mediumWord = (t: DesktopT, medium: Medium): string => t(`activity.media.${medium}`)
