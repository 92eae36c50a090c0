import type { ListedRequest } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { socket } from '../../shared/realtime/connection.ts'
import { putIntoLists } from './api.ts'

export interface News {
  changedIds: ReadonlySet<string>
  /** The list is read anew: nothing of it is marked. */
  forget: () => void
}
const none: ReadonlySet<string> = new Set()

/**
 * Keeps the rows on the screen as they are: what changes is put in its place and marked, and nothing moves under the
 * pointer. `key` names the list; another list begins without marks.
 */
export function useListNews(key: string, requests: readonly ListedRequest[]): News {
  const client = useQueryClient()
  const [changed, setChanged] = useState<{ key: string; ids: ReadonlySet<string> }>({ key, ids: none })
  const seen = useRef<ReadonlyMap<string, number>>(new Map())
  useEffect(() => {
    seen.current = new Map(requests.map(({ id, version }) => [id, version]))
  }, [requests])
  useEffect(
    () =>
      socket.on('request.changed', ({ requestId, version }) => {
        const known = seen.current.get(requestId)
        if (known === undefined || known >= version) return
        call('getRequest', { params: { requestId } }).then(
          (request) => {
            putIntoLists(client, request)
            setChanged((old) => ({
              key,
              ids: new Set([...(old.key === key ? old.ids : []), requestId]),
            }))
          },
          // No longer one's to see: it stays as it was until the list is read again.
          () => setChanged((old) => ({ key, ids: new Set([...(old.key === key ? old.ids : []), requestId]) })),
        )
      }),
    [client, key],
  )
  return { changedIds: changed.key === key ? changed.ids : none, forget: () => setChanged({ key, ids: none }) }
}
