import type { BodyInputOf, Api } from '@care/contract'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { putActivity } from '../../shared/entities/activity.ts'
import { customerKeys } from '../../shared/entities/customer.ts'
import { mailsKey } from './realtime.ts'

const perPage = 20

/** What of an activity is in the outbox or was, latest first, and whether mail can be sent at all. */
export const useMails = (activityId: string) =>
  useInfiniteQuery({
    queryKey: mailsKey(activityId),
    queryFn: ({ pageParam }) =>
      call('listMails', {
        params: { activityId },
        query: { limit: perPage, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** Answers a talk by mail; the answer's activity is among the tasks and in the journey at once. */
export function useAnswerByMail(activityId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyInputOf<Api['answerByMail']>) => call('answerByMail', { params: { activityId }, body }),
    onSuccess: ({ activity }) => {
      putActivity(client, activity)
      void client.invalidateQueries({ queryKey: ['tasks'] })
      void client.invalidateQueries({ queryKey: mailsKey(activity.id) })
      void client.invalidateQueries({ queryKey: customerKeys.journey(activity.customer.id) })
    },
  })
}

export function useCancelMail() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (mailId: string) => call('cancelMail', { params: { mailId } }),
    onSuccess: (mail) => void client.invalidateQueries({ queryKey: mailsKey(mail.activityId) }),
  })
}
