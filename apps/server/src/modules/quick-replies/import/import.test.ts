import type { ImportReport, ReplyFileFormat, ReplyScope } from '@care/contract'
import { limits } from '@care/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../../testing/boot-server.ts'
import type { Desk } from '../../../testing/people.ts'
import { planImport } from './plan.ts'
import { readReplies } from './read-file.ts'

let server: TestServer
let vera: Desk
beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
  vera = await server.signIn('vera')
})
afterAll(() => server.stop())

const send = (
  endpoint: 'previewQuickReplies' | 'importQuickReplies',
  content: string,
  format: ReplyFileFormat = 'csv',
  scope: ReplyScope = 'shared',
): Promise<ImportReport> => vera.call(endpoint, { query: { format, scope }, file: new Blob([content]) })
const exported = async (format: ReplyFileFormat, scope: ReplyScope = 'shared'): Promise<string> => {
  const path = `/api/quick-replies/export?format=${format}&scope=${scope}`
  const answer = await fetch(`${server.url}${path}`, { headers: { cookie: vera.cookie } })
  expect(answer.headers.get('content-disposition')).toContain(`quick-replies.${format}`)
  return Buffer.from(await answer.arrayBuffer()).toString()
}
const resultsOf = ({ lines }: ImportReport) =>
  lines.map(({ line, result, problems }) => [
    line,
    result,
    ...problems.map(({ code, detail }) => `${code} ${detail}`.trim()),
  ])

const table = [
  'shortcut;title;group;en;ru',
  'refund;Refund steps;Orders;"The money is back, {customer.firstName}.";Деньги вернутся',
  '/label;Label;;=1+1;',
  'bad one;Bad;;Text;',
  'foo;Unknown;;Hi {foo} {bar};',
  'REFUND;Again;;Text;',
  'silent;Silent;;;',
  ';;;;',
  `long;${'x'.repeat(121)};;Text;`,
].join('\r\n')

test('a preview says line by line what would happen, and changes nothing', async () => {
  const report = await send('previewQuickReplies', table)
  expect(resultsOf(report)).toEqual([
    [2, 'add'],
    [3, 'add'],
    [4, 'refuse', 'shortcut'],
    [5, 'refuse', 'unknownVariable {foo}', 'unknownVariable {bar}'],
    [6, 'refuse', 'repeated 2'],
    [7, 'refuse', 'texts'],
    [8, 'refuse', 'shortcut', 'title', 'texts'],
    [9, 'refuse', 'title'],
  ])
  expect(report).toMatchObject({ added: 2, changed: 0, same: 0, refused: 6 })
  expect((await vera.call('listQuickReplies')).items).toEqual([])
})

test('an import does what the preview said; a second one finds all the same', async () => {
  const preview = await send('previewQuickReplies', table)
  expect(await send('importQuickReplies', table)).toEqual(preview)
  expect(await send('importQuickReplies', table)).toMatchObject({ added: 0, changed: 0, same: 2 })
  const { items } = await vera.call('listQuickReplies', { query: { search: 'money' } })
  expect(items).toMatchObject([{ shortcut: 'refund', group: 'Orders', version: 1 }])
})

test('a line changes title, group and the languages that it has', async () => {
  const report = await send('importQuickReplies', 'title,shortcut,pl\nSteps,refund,Zwrot pieniędzy')
  expect(resultsOf(report)).toEqual([[2, 'change']])
  const { items } = await vera.call('listQuickReplies', { query: { search: 'zwrot' } })
  expect(items).toMatchObject([
    { title: 'Steps', group: 'Orders', texts: { ru: 'Деньги вернутся', pl: 'Zwrot pieniędzy' }, version: 2 },
  ])
})

test.each(['csv', 'json'] as const)('what was exported as %s is imported as it was', async (format) => {
  const content = await exported(format)
  expect(await send('previewQuickReplies', content, format)).toMatchObject({ added: 0, changed: 0, same: 2 })
  const [before] = (await vera.call('listQuickReplies', { query: { search: 'label', scope: 'shared' } })).items
  expect(before?.texts).toEqual({ en: '=1+1' })
  await send('importQuickReplies', content, format, 'own')
  expect(JSON.parse(await exported('json', 'own'))).toEqual(JSON.parse(await exported('json')))
  for (const { id } of (await vera.call('listQuickReplies', { query: { scope: 'own' } })).items)
    await vera.call('deleteQuickReply', { params: { quickReplyId: id } })
})

test('what a spreadsheet would run is exported as text', async () => {
  expect(await exported('csv')).toContain(`"'=1+1"`)
})

test.each<[string, ReplyFileFormat]>([
  ['{ broken', 'json'],
  ['{"quickReplies": 5}', 'json'],
  ['', 'csv'],
  ['name,text\na,b', 'csv'],
  ['\u0000\u0001', 'csv'],
])('a file that is none is refused as a whole: %j', async (content, format) => {
  expect(resultsOf(await send('importQuickReplies', content, format))).toEqual([[1, 'refuse', 'notRead']])
})

test('a file that is too large is refused', async () => {
  await expect(send('previewQuickReplies', 'x'.repeat(limits.quickRepliesFileBytes + 1))).rejects.toMatchObject({
    code: 'TOO_LARGE',
  })
})

test('no more lines than places and than one import takes', () => {
  const lines = readReplies('csv', `shortcut,title,en\n${Array.from({ length: 5 }, (_, i) => `s${i},t,x`).join('\n')}`)
  const { report, added } = planImport(lines, [], 3)
  expect(added).toHaveLength(3)
  expect(resultsOf(report).slice(3)).toEqual([
    [5, 'refuse', 'tooMany'],
    [6, 'refuse', 'tooMany'],
  ])
  const [line] = lines
  const many = Array.from({ length: limits.quickRepliesImport + 1 }, () => line).flatMap((one) => (one ? [one] : []))
  expect(
    planImport(many, [], 5_000)
      .report.lines.at(-1)
      ?.problems.map(({ code }) => code),
  ).toContain('tooMany')
})
