import type { DesktopT } from '@care/i18n/desktop'

const known = [
  'NO_NAME',
  'NO_OPTIONS',
  'UNKNOWN_STAGE',
  'SHOWN_IF_UNKNOWN',
  'SHOWN_IF_KIND',
  'SHOWN_IF_VALUES',
  'SHOWN_IF_CIRCLE',
  'NO_NEW_STAGE',
  'NO_CLOSED_STAGE',
  'UNREACHABLE',
  'NO_WAY_TO_CLOSED',
] as const
type Known = (typeof known)[number]

/** `CODE:key` of the domain in words, with the name of what it is about; an unknown code says that something is wrong. */
export const problemWords = (
  t: DesktopT,
  problems: readonly string[],
  nameOf = (key: string): string => key,
): string[] =>
  problems.map((problem) => {
    const [code = '', key = ''] = problem.split(':')
    return known.includes(code as Known)
      ? t(`requestTypes.problems.${code as Known}`, { name: nameOf(key) })
      : t('requestTypes.problems.other')
  })
