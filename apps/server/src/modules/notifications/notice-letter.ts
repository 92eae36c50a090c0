import type { Notification } from '@care/contract'
import { cutText } from '@care/domain'
import { noticeWords } from './notice-words.ts'

export interface NoticeLetter {
  subject: string
  text: string
}

/** Of more than so many a mail tells only how many they are. */
const mostTold = 20
/** Of a title; a line that is longer helps nobody to choose. */
const titleLength = 150

/**
 * The mail that tells an operator what waits for him: what, which request, of whom, and where to look. Never what was written in
 * a talk or a comment: mail goes by servers of others.
 */
export function noticeLetter(
  notices: readonly Notification[],
  { language, publicUrl }: { language: string | null; publicUrl: string },
): NoticeLetter {
  const words = noticeWords(language)
  const [first] = notices
  const blocks = notices
    .slice(0, mostTold)
    .map((notice) =>
      [sentence(notice, language), about(notice), publicUrl + addressOf(notice)]
        .filter((line) => line !== '')
        .join('\n'),
    )
  const more = notices.length > mostTold ? [`+ ${notices.length - mostTold}\n${publicUrl}/`] : []
  return {
    subject:
      first && notices.length === 1
        ? [sentence(first, language), about(first)].filter((part) => part !== '').join(': ')
        : words.several(notices.length),
    text: [...blocks, ...more, `-- \n${words.foot}\n${publicUrl}/settings/notifications`].join('\n\n'),
  }
}

function sentence({ kind, actor, request, excerpt }: Notification, language: string | null): string {
  const { says, somebody, customer } = noticeWords(language)
  // The words of these two are the operator's own and the workspace's.
  if (kind === 'todoDue' || kind === 'alert') return says[kind](cutText(excerpt, titleLength))
  const name = kind === 'answered' ? (request?.customer.name ?? '') : actor.name
  return says[kind](name || (kind === 'answered' ? customer : somebody))
}

function about({ kind, request }: Notification): string {
  if (!request) return ''
  const title = `#${request.number} ${cutText(request.title, titleLength)}`
  // Who answered is said already.
  return kind === 'answered' || request.customer.name === '' ? title : `${title} · ${request.customer.name}`
}

/** The screen of the desk that shows it. */
function addressOf({ kind, request, activityId, commentId }: Notification): string {
  if (kind === 'alert') return '/live-queues'
  if (kind === 'todoDue') return '/todos'
  if (activityId === null) return request ? `/r/${request.number}` : '/'
  const place = `/a/${encodeURIComponent(activityId)}`
  return commentId === null ? place : `${place}#comment-${commentId}`
}
