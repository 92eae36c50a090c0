import type { LocalName } from '../text/local-name.ts'

/** A result that a request can be closed with; `isSystem`: only Care Desktop itself gives it. */
export interface Outcome {
  key: string
  name: LocalName
  isSystem: boolean
}

/** The outcome of auto-close. Rule 8. */
export const systemOutcome = 'noActivity'

/** The outcomes a request type is born with. Rule 11. */
export const defaultOutcomes: readonly Outcome[] = [
  { key: 'solved', isSystem: false, name: { en: 'Solved', ru: 'Решено', pl: 'Rozwiązane', bg: 'Решено' } },
  {
    key: 'noAnswer',
    isSystem: false,
    name: { en: 'No answer', ru: 'Нет ответа', pl: 'Brak odpowiedzi', bg: 'Няма отговор' },
  },
  { key: 'duplicate', isSystem: false, name: { en: 'Duplicate', ru: 'Дубликат', pl: 'Duplikat', bg: 'Дубликат' } },
  {
    key: 'notSolved',
    isSystem: false,
    name: { en: 'Not solved', ru: 'Не решено', pl: 'Nierozwiązane', bg: 'Нерешено' },
  },
  { key: 'spam', isSystem: false, name: { en: 'Spam', ru: 'Спам', pl: 'Spam', bg: 'Спам' } },
  {
    key: systemOutcome,
    isSystem: true,
    name: { en: 'No activity', ru: 'Нет активности', pl: 'Brak aktywności', bg: 'Няма активност' },
  },
]

/**
 * Whether a request may be closed with this outcome: it must be of the type's list, and a person cannot give a
 * system one. Auto-close may always give its own, even if the list lacks it. Rule 11.
 */
export function canCloseWith(
  outcomes: readonly (Pick<Outcome, 'key' | 'isSystem'> & { isRetired?: boolean })[],
  key: string,
  byPerson: boolean,
): boolean {
  if (key === systemOutcome) return !byPerson
  return outcomes.some((outcome) => outcome.key === key && !(byPerson && (outcome.isSystem || outcome.isRetired)))
}
