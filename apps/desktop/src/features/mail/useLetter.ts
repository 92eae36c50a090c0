import type { Mail } from '@care/contract'
import { limits } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'
import type { UseQueryResult } from '@tanstack/react-query'
import { draftKey, useDrafts } from '../../shared/drafts/drafts.ts'
import { useCustomer } from '../../shared/entities/customer.ts'
import { lookAs } from '../../shared/realtime/looking.ts'
import type { MailWriterProps } from '../../shared/ui/mail-slots.ts'
import { useMails } from './api.ts'
import { keepLetter, letterOf, type Letter } from './letter.ts'
import { answeredOf, receiversOf, subjectOf } from './receivers.ts'

export interface Shown {
  answered: Mail | undefined
  to: NonNullable<Letter['to']>
  cc: NonNullable<Letter['cc']>
  subject: string
}

/** The letter as it is kept, and what stands in its fields where its writer has said nothing. */
export function useLetter({ activity, request, onBegin }: MailWriterProps) {
  const query = useMails(activity.id)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const customer = useCustomer(activity.customer.id)
  // Read again whenever one of its two drafts changes.
  useDrafts(
    ({ drafts }) => `${drafts[draftKey(activity.id, 'reply')] ?? ''}${drafts[draftKey(activity.id, 'letter')] ?? ''}`,
  )
  const letter = letterOf(activity.id)
  const answered = items.find(({ id }) => id === letter.answersId) ?? answeredOf(items)
  const { data } = customer
  const person = data?.email ? { address: data.email, name: data.name } : null
  const standard = receiversOf(letter.kind, answered, person)
  const title = `${request?.title ?? activity.request.title} [REQ-${activity.request.number}]`
  const shown: Shown = {
    answered,
    to: letter.to ?? standard.to,
    cc: letter.cc ?? standard.cc,
    subject: letter.subject ?? subjectOf(letter.kind, answered, title),
  }
  const change = (changed: Partial<Letter>): void => {
    const old = letterOf(activity.id)
    const next = { ...old, ...changed }
    if (old.text === '' && next.text !== '') onBegin()
    lookAs(next.text === '' ? 'viewing' : 'reply')
    keepLetter(activity.id, next)
  }
  const isKnown = isSettled(query) && isSettled(customer)
  return { letter, shown, change, isKnown, mails: { data: query.data, items } }
}

/** There, or not to be had now: then one writes without it. */
const isSettled = ({ data, failureCount, fetchStatus }: Waited): boolean =>
  data !== undefined || failureCount > 0 || fetchStatus === 'paused'
type Waited = Pick<UseQueryResult, 'data' | 'failureCount' | 'fetchStatus'>

export type Problems = Partial<Record<'to' | 'subject' | 'text', string | null>>

/** What keeps it from being sent, by field. */
export function problemsOf(t: DesktopT, letter: Letter, shown: Shown, { fileIds }: MailWriterProps): Problems {
  const isEmpty = letter.html === '' && letter.text.trim() === '' && fileIds.length === 0 && letter.kind !== 'forward'
  const count = shown.to.length + shown.cc.length + letter.bcc.length
  const tooMany = count > limits.mailRecipients ? t('mail.tooManyReceivers', { n: limits.mailRecipients }) : null
  const tooLong = letter.text.length > limits.message ? t('common.tooLong', { n: limits.message }) : null
  return {
    to: shown.to.length === 0 ? t('mail.toNeeded') : tooMany,
    subject: shown.subject.trim() === '' ? t('mail.subjectNeeded') : null,
    text: isEmpty ? t('mail.textNeeded') : tooLong,
  }
}
