import type { ListedRequest } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { localName } from '../../shared/words/local-name.ts'
import type { NamesOf } from './Cell.tsx'

/** Names of stages and outcomes as their types have them. */
export function useNames(): NamesOf {
  const t = useT()
  const types = useQuery(requestTypesQuery).data
  return useMemo(() => {
    const typeOf = ({ type }: ListedRequest) => types?.find(({ id }) => id === type.id)
    return {
      stage: (request) => {
        const stage = typeOf(request)?.stages.find(({ key }) => key === request.stage)
        return stage ? localName(stage.name, t.language) : t(`lists.categories.${request.category}`)
      },
      outcome: (request) => {
        const outcome = typeOf(request)?.outcomes.find(({ key }) => key === request.outcome)
        return outcome ? localName(outcome.name, t.language) : (request.outcome ?? '')
      },
    }
  }, [types, t])
}
