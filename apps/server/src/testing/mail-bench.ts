// `npm run bench -- mail [--mails 10000] [--chat 50] [--seconds 20]`: mails that wait in a real mailbox are taken in while people chat;
// on SQLite, or with TEST_STORE=postgres and TEST_PG_URL on PostgreSQL. The delay of chat messages beside that without mails, in the same run.
import { cpus, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { count } from '../db/drizzle.ts'
import { startDovecot } from '../channels/mail/testing/dovecot.ts'
import { letterOf } from '../channels/mail/testing/letter.ts'
import { bootServer } from './boot-server.ts'

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '10000' },
    /** Chat messages a second. */
    chat: { type: 'string', default: '50' },
    /** How long chat is measured without mails. */
    seconds: { type: 'string', default: '20' },
  },
})
const mails = Number(values.mails)
const perSecond = Number(values.chat)
const widgets = 20

/** Mails as they differ in life: most short, every tenth with a file of 100 KB. */
function mailOf(number: number): string {
  const text = `Question ${number}\n\n${'What about the grinder that I have bought? '.repeat(20)}`
  const from = `Person ${number % 2_000} <person${number % 2_000}@customers.example>`
  const plain = { id: `<bench-${number}@customers.example>`, from, subject: `Question ${number}`, text }
  if (number % 10 !== 0) return letterOf(plain)
  const file = Buffer.alloc(100_000, number % 251)
    .toString('base64')
    .replace(/.{76}/gu, '$&\r\n')
  return letterOf({
    ...plain,
    headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
    text: `--b\n\n${text}\n--b\nContent-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment; filename=a.pdf\nContent-Transfer-Encoding: base64\n\n${file}\n--b--`,
  })
}

const say = (text: string): void => void process.stderr.write(`${text}\n`)
const percentile = (times: number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN

const dovecot = await startDovecot()
const server = await bootServer({ hasRateLimits: false, hasTimers: true, checksResponses: false, logLevel: 'silent' })
try {
  say(`${mails} mails into the mailbox`)
  const letters = Array.from({ length: mails }, (_, i) => mailOf(i + 1))
  for (let from = 0; from < letters.length; from += 1_000) await dovecot.put('bench', letters.slice(from, from + 1_000))

  const visitors = await Promise.all(Array.from({ length: widgets }, () => server.newVisitor()))
  for (const [i, visitor] of visitors.entries())
    await visitor.call('startChat', { body: { clientMessageId: `bench-start-${i}`, text: 'Hello' } })
  let sent = 0
  /** Milliseconds until each message was acknowledged, sent at an even pace until `isOver`. */
  async function chat(isOver: () => Promise<boolean> | boolean): Promise<number[]> {
    const times: number[] = []
    const under: Promise<void>[] = []
    let next = performance.now()
    while (!(await isOver())) {
      for (let i = 0; i < 10; i++) {
        const visitor = visitors[(sent += 1) % visitors.length]
        const began = performance.now()
        const call = visitor?.call('sendWidgetMessage', {
          body: { clientMessageId: `bench-message-${sent}`, text: 'Are you there?', attachmentIds: [] },
        })
        if (call) under.push(call.then(() => void times.push(performance.now() - began)))
        next += 1_000 / perSecond
        await wait(Math.max(0, next - performance.now()))
      }
    }
    await Promise.all(under)
    return times
  }
  const forSeconds = (seconds: number) => {
    const end = performance.now() + seconds * 1_000
    return () => performance.now() > end
  }
  await chat(forSeconds(5))
  say('chat alone')
  const alone = await chat(forSeconds(Number(values.seconds)))

  const { store } = server.services
  const taken = async (): Promise<number> =>
    (await store.read.select({ count: count() }).from(store.t.mails))[0]?.count ?? 0
  const admin = await server.signIn('admin')
  const { id: channelId } = await admin.call('addChannel', {
    body: {
      kind: 'mail',
      name: 'Bench',
      queueId: 'q',
      settings: { address: 'support@shop.example', sends: false, begins: 'all', ...dovecot.login('bench') },
      secrets: { imapPassword: dovecot.password },
    },
  })
  const loadBefore = loadavg()[0] ?? Number.NaN
  const cpu = process.cpuUsage()
  const began = performance.now()
  await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
  say('chat while mails are taken')
  const beside = await chat(async () => (await taken()) >= mails)
  const seconds = (performance.now() - began) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  process.stdout.write(
    [
      `| | chat alone | while ${mails} mails are taken |`,
      '|---|---|---|',
      `| chat message acknowledged, p50 / p99 ms at ${perSecond} a second | ${percentile(alone, 0.5).toFixed(1)} / ${percentile(alone, 0.99).toFixed(1)} | ${percentile(beside, 0.5).toFixed(1)} / ${percentile(beside, 0.99).toFixed(1)} |`,
      `| mails a second | | ${(mails / seconds).toFixed(0)} |`,
      `| processor a mail, ms, chat included | | ${((user + system) / 1_000 / mails).toFixed(2)} |`,
      `| load of the machine before / at the end, ${cpus().length} cores | ${loadBefore.toFixed(1)} | ${(loadavg()[0] ?? Number.NaN).toFixed(1)} |`,
      `| database | ${process.env['TEST_STORE'] === 'postgres' ? 'PostgreSQL' : 'SQLite'} | |`,
      '',
    ].join('\n'),
  )
} finally {
  await server.stop()
  await dovecot.remove()
}
