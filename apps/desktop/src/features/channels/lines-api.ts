import type { CallInput } from '@care/client'
import type { PhoneLine } from '@care/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { operatorsQuery } from '../../shared/entities/workspace-lists.ts'

type LineFields = NonNullable<CallInput<'savePhoneLine'>['body']>

const linesKey = (channelId: string) => ['channels', channelId, 'lines'] as const

async function allLines(channelId: string): Promise<PhoneLine[]> {
  const lines: PhoneLine[] = []
  let cursor: string | null = null
  do {
    const page: { items: PhoneLine[]; nextCursor: string | null } = await call('listPhoneLines', {
      params: { channelId },
      query: { limit: 100, ...(cursor === null ? {} : { cursor }) },
    })
    lines.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return lines
}

/** Everybody, and the line that he has at this phone system. */
export function usePhoneLines(channelId: string) {
  const operators = useQuery(operatorsQuery)
  const lines = useQuery({ queryKey: linesKey(channelId), queryFn: () => allLines(channelId) })
  const byOperator = new Map(lines.data?.map((line) => [line.operator.id, line]))
  const data =
    operators.data &&
    lines.data &&
    operators.data.map(({ id, name }) => ({ operator: { id, name }, line: byOperator.get(id) ?? null }))
  return {
    data,
    isError: operators.isError || lines.isError,
    refetch: () => Promise.all([operators.refetch(), lines.refetch()]),
  }
}

function useChange<V>(channelId: string, change: (input: V) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: linesKey(channelId) }),
  })
}

export const useSavePhoneLine = (channelId: string) =>
  useChange(channelId, ({ operatorId, body }: { operatorId: string; body: LineFields }) =>
    call('savePhoneLine', { params: { channelId, operatorId }, body }),
  )

export const useRemovePhoneLine = (channelId: string) =>
  useChange(channelId, (operatorId: string) => call('removePhoneLine', { params: { channelId, operatorId } }))
