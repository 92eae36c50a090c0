import { useEffect } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { useRequest } from '../../shared/entities/request.ts'
import { remember } from './memory.ts'

/** The request that is shown is among those that the palette offers as opened last. */
export function useRememberOpened(requestId: string | null): void {
  const myId = useMe()?.id
  const request = useRequest(requestId).data
  useEffect(() => {
    if (!request || myId === undefined) return
    const { id, number, title, customer } = request
    const { id: customerId, name, isVip } = customer
    remember(myId, { requestId: id, customerId, number, title, name, isVip })
    // oxlint-disable-next-line react/exhaustive-deps -- once when it is opened, not with each of its changes
  }, [request?.id, myId])
}
