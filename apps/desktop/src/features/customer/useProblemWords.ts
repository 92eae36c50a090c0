import { limits } from '@care/domain'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { FieldProblem } from './validate.ts'

/** Turns a rule into a check that answers in words: `check(emailProblem)`. */
export function useProblemWords(): (rule: (typed: string) => FieldProblem | null) => (typed: string) => string | null {
  const t = useT()
  return (rule) => (typed) => {
    const problem = rule(typed)
    switch (problem) {
      case null:
        return null
      case 'notEmail':
        return t('customer.notEmail')
      case 'notPhone':
        return t('customer.notPhone')
      case 'tooLong':
        return t('common.tooLong', { n: limits.customerName })
    }
  }
}
