import type { Notification } from '@care/contract'
import { panelKinds } from '@care/domain'
import { expect, test } from 'vitest'
import { noticeLetter } from './notice-letter.ts'

const publicUrl = 'https://desk.example'
const customer = { id: 'c', name: 'Jonas Weber', isVip: false }
const notice: Notification = {
  id: 'n',
  kind: 'mention',
  at: 0,
  seenAt: null,
  handledAt: null,
  times: 1,
  actor: { kind: 'operator', id: 'anna', name: 'Anna' },
  request: { id: 'r', number: 12, title: 'My cup', customer },
  activityId: 'a',
  commentId: 'k',
  subjectId: null,
  excerpt: 'what a comment says',
}
const letter = (over: Partial<Notification>, language: string | null = 'en') =>
  noticeLetter([{ ...notice, ...over }], { language, publicUrl })

test.each<[Partial<Notification>, string, string]>([
  [{}, 'Anna mentioned you: #12 My cup · Jonas Weber', '/a/a#comment-k'],
  [{ kind: 'transfer', commentId: null }, 'Anna wants to hand a task over to you: #12 My cup · Jonas Weber', '/a/a'],
  [
    { kind: 'answered', activityId: null, commentId: null, actor: { kind: 'customer', id: 'c', name: 'Jonas Weber' } },
    'Jonas Weber answered: #12 My cup',
    '/r/12',
  ],
  [{ kind: 'todoDue', request: null, excerpt: 'Call back' }, 'To-do is due: Call back', '/todos'],
  [{ kind: 'alert', request: null, excerpt: 'Orders' }, 'Orders: somebody waits over the limit', '/live-queues'],
])('%j is "%s" and leads to %s', (over, subject, address) => {
  const { subject: said, text } = letter(over)
  expect(said).toBe(subject)
  expect(text.split('\n')).toContain(publicUrl + address)
})

test.each(['en', 'ru', 'pl', 'bg', null, 'xx'])(
  'in %s every kind has words, and none says what was written',
  (language) => {
    const subjects = panelKinds.map((kind) => letter({ kind }, language).subject)
    expect(new Set(subjects).size).toBe(panelKinds.length)
    const told = panelKinds.filter((kind) => kind !== 'todoDue' && kind !== 'alert')
    for (const kind of told) expect(JSON.stringify(letter({ kind }, language))).not.toContain(notice.excerpt)
  },
)

test('of very many it tells the first and how many more there are', () => {
  const { subject, text } = noticeLetter(
    Array.from({ length: 25 }, () => notice),
    { language: 'en', publicUrl },
  )
  expect(subject).toBe('Notifications: 25')
  expect(text.match(/mentioned you/gu)).toHaveLength(20)
  expect(text).toContain('+ 5\n')
})
