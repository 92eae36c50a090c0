import type { Api, BodyInputOf, Mail } from '@care/contract'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../shared/api/client.ts'
import { putActivity } from '../../shared/entities/activity.ts'
import { customerKeys } from '../../shared/entities/customer.ts'
import { putMessage } from '../../shared/entities/messages.ts'
import { mailsKey } from './realtime.ts'

const perPage = 50

/** What only mails have, of an activity, latest first, and whether mail can be sent at all. */
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

export interface MailInThread {
  mail: Mail
  /** The one before it in the thread. */
  before: Mail | undefined
}

/** The mail of a message; pages are fetched until it is among them. Null: the message has none, or it did not load. */
export function useMailOf(activityId: string, messageId: string): MailInThread | null | undefined {
  const { data, isError, hasNextPage, isFetching, fetchNextPage } = useMails(activityId)
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const index = items.findIndex((mail) => mail.messageId === messageId)
  const mail = items[index]
  useEffect(() => {
    if (!mail && hasNextPage && !isFetching) void fetchNextPage()
  }, [mail, hasNextPage, isFetching, fetchNextPage])
  if (mail) return { mail, before: items[index + 1] }
  return isError || (data && !hasNextPage && !isFetching) ? null : undefined
}

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

/** Begins a mail: a task of one's own, among the tasks and in the journey at once. */
export function useBeginMail() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ customerId, ...body }: BodyInputOf<Api['beginMail']> & { customerId: string }) =>
      call('beginMail', { params: { customerId }, body }),
    onSuccess: (activity) => {
      putActivity(client, activity)
      void client.invalidateQueries({ queryKey: ['tasks'] })
      void client.invalidateQueries({ queryKey: customerKeys.journey(activity.customer.id) })
    },
  })
}

/** Where mail can go out from. */
export const useMailboxes = () =>
  useQuery({ queryKey: ['mailboxes'], queryFn: () => call('listMailboxes'), staleTime: 60_000 })

export function useSendMail(activityId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyInputOf<Api['sendMail']>) => call('sendMail', { params: { activityId }, body }),
    onSuccess: ({ message }) => {
      putMessage(client, message)
      void client.invalidateQueries({ queryKey: mailsKey(activityId) })
    },
  })
}

/** Takes a mail back, or has it sent now. */
export function useMailChange(name: 'cancelMail' | 'retryMail') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (mailId: string) => call(name, { params: { mailId } }),
    onSettled: (mail) => client.invalidateQueries({ queryKey: mail ? mailsKey(mail.activityId) : ['mails'] }),
  })
}
