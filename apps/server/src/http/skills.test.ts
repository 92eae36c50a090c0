import { ApiError } from '@care/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../testing/boot-server.ts'
import type { Desk } from '../testing/people.ts'

let server: TestServer
let admin: Desk
let anna: Desk
beforeAll(async () => {
  server = await bootServer()
  admin = await server.signIn('admin')
  anna = await server.signIn('anna')
})
afterAll(() => server.stop())

const operator = async (id: string, as = admin) => {
  const found = (await as.call('listOperators')).items.find((one) => one.id === id)
  if (!found) throw new Error('no operator')
  return found
}
const queue = async () => {
  const found = (await admin.call('listQueues')).items.find((one) => one.id === 'q')
  if (!found) throw new Error('no queue')
  return found
}
async function edit(patch: Record<string, unknown>, as = admin) {
  const { version } = await operator('boris')
  return as.call('editOperator', { params: { operatorId: 'boris' }, version, body: patch })
}
async function refused(work: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await work.then(
    () => new Error('not refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw error
  return error
}
const many = (n: number) => Array.from({ length: n }, (_, i) => `skill ${i}`)

describe('editOperator', () => {
  test('changes what is named and nothing else; colleagues see it', async () => {
    const before = await operator('boris')
    const skills = ['  Français ', 'FRANCAIS', 'עברית', '👩‍🚒 rescue', 'C++', 'C']
    const edited = await edit({ skills })
    expect(edited).toEqual({
      ...before,
      skills: ['Français', 'עברית', '👩‍🚒 rescue', 'C++', 'C'],
      version: before.version + 1,
    })
    expect(await edit({ capacity: { chat: 2, call: 0 } })).toMatchObject({
      skills: edited.skills,
      capacity: { chat: 2, call: 0 },
    })
    expect(await edit({ name: 'Boris B.' })).toMatchObject({ skills: edited.skills, name: 'Boris B.' })
    expect(await operator('boris', anna)).toMatchObject({ skills: edited.skills, capacity: { chat: 2, call: 0 } })
    expect(await edit({ skills: [] })).toMatchObject({ skills: [], name: 'Boris B.' })
  })

  test.each<[string, Record<string, unknown>]>([
    ['51 skills', { skills: many(51) }],
    ['a skill of 51 characters', { skills: ['x'.repeat(51)] }],
    ['an empty skill', { skills: ['French', ' \t '] }],
    ['a skill that nobody can see', { skills: ['\u200b'] }],
    ['half a character', { skills: ['\ud83d'] }],
    ['no list', { skills: 'French' }],
    ['numbers', { skills: [7] }],
    ['null', { skills: null }],
    ['no name', { name: ' ' }],
    ['a capacity below 0', { capacity: { chat: -1 } }],
    ['a medium that does not exist', { capacity: { pigeon: 1 } }],
  ])('refuses %s and changes nothing', async (_name, patch) => {
    const before = await operator('boris')
    expect(await refused(edit(patch))).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await operator('boris')).toEqual(before)
  })

  test('takes 50 of 50 characters', async () => {
    const skills = many(50).map((skill) => skill.padEnd(50, '.'))
    expect((await edit({ skills })).skills).toEqual(skills)
  })

  test('of two editors at once one is refused with what stands there now (rule 4)', async () => {
    const { version } = await operator('boris')
    const change = (skill: string) =>
      admin.call('editOperator', { params: { operatorId: 'boris' }, version, body: { skills: [skill] } })
    const [won, lost] = (await Promise.allSettled([change('French'), change('German')])).toSorted((a, b) =>
      a.status < b.status ? -1 : 1,
    )
    const standing = (await operator('boris')).skills
    expect(won).toMatchObject({ status: 'fulfilled', value: { skills: standing, version: version + 1 } })
    expect(lost).toMatchObject({
      status: 'rejected',
      reason: { code: 'CONFLICT', details: { currentVersion: version + 1, current: { skills: standing } } },
    })
  })

  test('refuses unknown people, those without the right, and calls without a version', async () => {
    const unknown = admin.call('editOperator', { params: { operatorId: 'nobody' }, version: 1, body: { name: 'X' } })
    expect(await refused(unknown)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refused(edit({ skills: ['VIP'] }, anna))).toMatchObject({ code: 'FORBIDDEN' })
    const headers = { cookie: admin.cookie, 'content-type': 'application/json' }
    const answer = await fetch(`${server.url}/api/operators/boris`, { method: 'PATCH', headers, body: '{}' })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([428, 'VERSION_MISSING'])
  })
})

test('accounts, queues and sites are made with skills', async () => {
  const account = { name: 'Ewa', email: 'ewa@example.com', password: 'correct horse 2', role: 'operator' as const }
  expect(await admin.call('addOperator', { body: { ...account, skills: ['Polski', 'polski'] } })).toMatchObject({
    skills: ['Polski'],
    capacity: {},
    version: 1,
  })
  expect(await admin.call('addQueue', { body: { name: 'Plain' } })).toMatchObject({
    skills: [],
    relaxSkillsSeconds: 60,
  })
  expect(
    await admin.call('addQueue', { body: { name: 'Zwroty', skills: ['Polski'], relaxSkillsSeconds: null } }),
  ).toMatchObject({ skills: ['Polski'], relaxSkillsSeconds: null })
  expect(await admin.call('addSite', { body: { name: 'PL', allowedOrigins: [], queueId: 'q' } })).toMatchObject({
    skills: [],
  })
  for (const body of [{ skills: many(21) }, { relaxSkillsSeconds: -1 }, { relaxSkillsSeconds: 86_401 }]) {
    const change = admin.call('editQueue', { params: { queueId: 'q' }, version: (await queue()).version, body })
    expect(await refused(change)).toMatchObject({ code: 'INVALID_INPUT' })
  }
  const site = { name: 'PL', allowedOrigins: [], queueId: 'q', skills: many(21) }
  expect(await refused(admin.call('addSite', { body: site }))).toMatchObject({ code: 'INVALID_INPUT' })
})

test('the activity tells what it needs: its queue’s skills and its own, each once', async () => {
  const site = (await admin.call('listSites')).items.find((one) => one.id === 'site')
  const own = { skills: ['VIP', 'FRANÇAIS'] }
  await admin.call('editSite', { params: { siteId: 'site' }, version: site?.version ?? 0, body: own })
  const body = { skills: ['Français'] }
  await admin.call('editQueue', { params: { queueId: 'q' }, version: (await queue()).version, body })
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: { clientMessageId: 'first-message', text: 'Bonjour' } })
  const details = await anna.call('getActivity', { params: { activityId: chat.activityId } })
  expect(details).toMatchObject({ skills: ['Français', 'VIP'], queue: { id: 'q', name: 'General' } })
  // What the desk needs to know is no business of the customer's.
  expect(JSON.stringify(chat)).not.toMatch(/skill|VIP/)
})
