import { asc, eq } from '../../db/drizzle.ts'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { type Letter, letterOf } from './testing/letter.ts'
import { openMailScene } from './testing/mail-scene.ts'
import { receive } from '../receive.ts'

const open: Array<() => Promise<unknown>> = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

interface Talk {
  /** Who writes each of its mails, of its two people. */
  writers: number[]
  /** Which mail each one answers, counted back from it; its files make some slower to take than what answers them. */
  answers: number[]
  fileBytes: number[]
}
const talk: fc.Arbitrary<Talk> = fc.record({
  writers: fc.array(fc.nat(1), { minLength: 2, maxLength: 7 }),
  answers: fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }),
  fileBytes: fc.array(fc.constantFrom(0, 0, 0, 40_000, 200_000), { minLength: 7, maxLength: 7 }),
})

const withFile = (letter: Letter, bytes: number): string =>
  bytes === 0
    ? letterOf(letter)
    : letterOf({
        ...letter,
        headers: [...(letter.headers ?? []), 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
        text: `--b\n\n${letter.text}\n--b\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename=a.txt\n\n${'x'.repeat(bytes)}\n--b--`,
      })

/** The mails of one talk, each an answer to one before it. Answers name only that one, as some programs do. */
const mailsOf = (run: number, number: number, { writers, answers, fileBytes }: Talk): string[] =>
  writers.map((writer, at) => {
    const idOf = (mail: number): string => `<r${run}-t${number}-m${mail}@customers.example>`
    const answered = at === 0 ? null : idOf(Math.max(0, at - 1 - (answers[at] ?? 0)))
    return withFile(
      {
        id: idOf(at),
        from: `Person <r${run}-t${number}-p${at === 0 ? 0 : writer}@customers.example>`,
        subject: `Talk ${run}.${number}`,
        headers: answered === null ? [] : [`In-Reply-To: ${answered}`],
        text: `Mail ${at}`,
      },
      fileBytes[at] ?? 0,
    )
  })

/** All of them in one order, in which each talk keeps its own. */
function shuffled(talks: readonly string[][], pick: readonly number[]): string[] {
  const left = talks.map((mails) => [...mails])
  const all: string[] = []
  for (let i = 0; left.some((mails) => mails.length > 0); i++) {
    const open = left.filter((mails) => mails.length > 0)
    const next = open[(pick[i % pick.length] ?? 0) % open.length]?.shift()
    if (next !== undefined) all.push(next)
  }
  return all
}

test(
  'a mailbox of talks that all wait: each becomes one request, its mails in the order in which they came',
  { timeout: 60_000 },
  async () => {
    const scene = await openMailScene()
    open.push(
      () => scene.server.stop(),
      () => scene.office.close(),
    )
    const { store } = scene.server.services
    let run = 0
    const talks = fc.array(talk, { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(talks, fc.array(fc.nat(100), { minLength: 5, maxLength: 40 }), async (all, pick) => {
        run += 1
        const made = all.map((one, number) => mailsOf(run, number, one))
        const raw = shuffled(made, pick)
        const came = raw.map((one, at) => ({ externalId: `${run}-${at}`, raw: Buffer.from(one) }))
        // As a mailbox is read: a few at a time, faster than they are taken.
        for (let at = 0; at < came.length; at += 7)
          await receive(scene.server.services, scene.channelId, came.slice(at, at + 7))
        await scene.server.settle()
        const { mails, messages, activities } = store.t
        const rows = await store.read
          .select({ subject: mails.subject, text: messages.text, requestId: activities.requestId, seq: messages.seq })
          .from(mails)
          .innerJoin(messages, eq(messages.id, mails.messageId))
          .innerJoin(activities, eq(activities.id, messages.activityId))
          .orderBy(asc(messages.activityId), asc(messages.seq))
        for (const [number, sent] of made.entries()) {
          const taken = rows.filter(({ subject }) => subject === `Talk ${run}.${number}`)
          expect(taken.map(({ text }) => text)).toEqual(sent.map((_, at) => `Mail ${at}`))
          expect(new Set(taken.map(({ requestId }) => requestId)).size).toBe(1)
        }
      }),
      { numRuns: 8, endOnFailure: true },
    )
  },
)
