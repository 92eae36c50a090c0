import { minuteMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { receiveMessage } from './index.ts'
import { startChat } from '../../channels/chat/commands/start-chat.ts'
import { chatChannel } from '../../channels/chat/index.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { addFile } from '../files/commands/add-file.ts'
import { customers } from '../customers/index.ts'
import { filesModule, findFile } from '../files/index.ts'
import { requestsModule } from '../requests/index.ts'
import { deleteMessage } from './commands/delete-message.ts'
import { editMessage } from './commands/edit-message.ts'
import { sendMessage } from './commands/send-message.ts'
import { activitiesModule } from './index.ts'

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, activitiesModule, filesModule, customers, chatChannel])
})
afterEach(() => bench.remove())

let made = 0
const line = (text: string, attachmentIds: string[] = []) => ({
  clientMessageId: `key-of-change-${(made += 1)}`,
  text,
  attachmentIds,
})
const activity = async (id: string) =>
  (await bench.store.read.select().from(bench.store.t.activities).where(eq(bench.store.t.activities.id, id)))[0]

/** Jonas has asked at 09:00 and Anna has answered a minute later. */
async function talk() {
  const [visitor, anna, boris] = [await bench.visitor(), await bench.operator('Anna'), await bench.operator('Boris')]
  const first = { ...line('Where is it?'), name: '', email: '' as const, page: '' }
  const { activityId, createdAt: askedAt } = await bench.execute(startChat, visitor, first)
  await bench.give(activityId, anna.id)
  bench.clock.advance(minuteMs)
  const file = { id: 'picture', name: 'a.png', size: 3, contentType: 'image/png', width: 1, height: 1 }
  await bench.execute(addFile, anna, { ...file, owner: 'operator:anna' })
  const answer = await bench.execute(sendMessage, anna, { activityId, message: line('On its wya', ['picture']) })
  return { visitor, anna, boris, activityId, askedAt, answer, of: { activityId, messageId: answer.id } }
}

describe('editing', () => {
  test('changes the words, keeps the files, and tells what it is now without keeping what it was', async () => {
    const { anna, activityId, of } = await talk()
    const edited = await bench.execute(editMessage, anna, { ...of, text: 'On its way' })
    expect(edited).toMatchObject({ text: 'On its way', editedAt: expect.any(Number), attachments: [{ id: 'picture' }] })
    expect(await activity(activityId)).toMatchObject({ lastLineText: 'On its way', waitingSince: null, version: 1 })
    const [event] = bench.ofType('message.edited')
    expect(JSON.stringify(event?.facts)).not.toMatch(/its w/)
    expect(event?.carry).toMatchObject({ message: { text: 'On its way' }, task: { lastLine: { text: 'On its way' } } })
  })

  test('of an earlier message leaves the row of the task list alone', async () => {
    const { visitor, anna, activityId, of } = await talk()
    await bench.execute(receiveMessage, visitor, line('Thanks'))
    await bench.execute(editMessage, anna, { ...of, text: 'On its way' })
    expect(await activity(activityId)).toMatchObject({ lastLineText: 'Thanks' })
    expect(bench.ofType('message.edited')[0]?.carry).toMatchObject({ task: null })
  })

  test('to the same words is nothing', async () => {
    const { anna, of } = await talk()
    expect(await bench.execute(editMessage, anna, { ...of, text: 'On its wya' })).not.toHaveProperty('editedAt')
    expect(bench.ofType('message.edited')).toEqual([])
  })

  test('ends five minutes after the server took it', async () => {
    const { anna, of } = await talk()
    bench.clock.advance(5 * minuteMs - 10_000)
    await bench.execute(editMessage, anna, { ...of, text: 'In time' })
    bench.clock.advance(10_001)
    expect(await refusal(bench.execute(editMessage, anna, { ...of, text: 'Late' }))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(bench.execute(deleteMessage, anna, of))).toBe('NOT_ALLOWED_NOW')
  })

  test('is for nobody else, and needs words where there is no file', async () => {
    const { anna, boris, activityId, of } = await talk()
    const admin = await bench.operator('Vera', 'supervisor')
    for (const other of [boris, admin])
      expect(await refusal(bench.execute(editMessage, other, { ...of, text: 'x' }))).toBe('FORBIDDEN')
    const plain = await bench.execute(sendMessage, anna, { activityId, message: line('Words') })
    const empty = { activityId, messageId: plain.id, text: ' ' }
    expect(await refusal(bench.execute(editMessage, anna, empty))).toBe('INVALID_INPUT')
    const unknown = { activityId, messageId: 'no-such', text: 'x' }
    expect(await refusal(bench.execute(editMessage, anna, unknown))).toBe('NOT_FOUND')
  })
})

describe('deleting', () => {
  test('takes words and files away for good; the place stays, and the customer waits again', async () => {
    const { anna, activityId, askedAt, of } = await talk()
    const deleted = await bench.execute(deleteMessage, anna, of)
    expect(deleted).toMatchObject({ seq: 2, text: '', attachments: [], deletedAt: expect.any(Number) })
    expect(await findFile(bench.store.read, 'picture')).toBeNull()
    expect(await activity(activityId)).toMatchObject({
      lastLineText: 'Where is it?',
      lastLineAuthor: 'customer',
      waitingSince: askedAt,
      messageSeq: 2,
    })
    const [row] = await bench.store.read
      .select()
      .from(bench.store.t.messages)
      .where(eq(bench.store.t.messages.id, of.messageId))
    expect(row).toMatchObject({ text: '', attachmentIds: [] })
  })

  test('of one of two answers leaves the question answered', async () => {
    const { anna, activityId, of } = await talk()
    await bench.execute(sendMessage, anna, { activityId, message: line('It comes on Monday') })
    await bench.execute(deleteMessage, anna, of)
    expect(await activity(activityId)).toMatchObject({ waitingSince: null, lastLineText: 'It comes on Monday' })
  })

  test('twice is once, and what is deleted cannot be edited', async () => {
    const { anna, of } = await talk()
    await Promise.all([bench.execute(deleteMessage, anna, of), bench.execute(deleteMessage, anna, of)])
    expect(bench.ofType('message.deleted')).toHaveLength(1)
    expect(await refusal(bench.execute(editMessage, anna, { ...of, text: 'Back' }))).toBe('NOT_ALLOWED_NOW')
  })
})

describe('a reply on a thread that a colleague has answered (M6)', () => {
  test('is refused with what he said, and goes out once that was seen', async () => {
    const { visitor, anna, activityId } = await talk()
    const vera = await bench.operator('Vera', 'supervisor')
    await bench.execute(receiveMessage, visitor, line('Hello?'))
    // Only the customer said more than Vera saw: nothing to ask.
    await bench.execute(sendMessage, vera, { activityId, message: { ...line('I look'), seenSeq: 2 } })
    const late = { activityId, message: { ...line('On Monday'), seenSeq: 3 } }
    const refused = bench.execute(sendMessage, anna, late)
    await expect(refused).rejects.toMatchObject({
      code: 'THREAD_MOVED_ON',
      details: { messages: [{ text: 'I look', author: { name: 'Vera' } }] },
    })
    expect(
      await bench.execute(sendMessage, anna, { activityId, message: { ...late.message, seenSeq: 4 } }),
    ).toMatchObject({
      text: 'On Monday',
    })
  })

  test('which stands already is not asked about when it is sent again', async () => {
    const { anna, activityId } = await talk()
    const vera = await bench.operator('Vera', 'supervisor')
    const message = { ...line('On Monday'), seenSeq: 2 }
    const first = await bench.execute(sendMessage, anna, { activityId, message })
    await bench.execute(sendMessage, vera, { activityId, message: line('Or on Tuesday') })
    expect(await bench.execute(sendMessage, anna, { activityId, message })).toMatchObject({ id: first.id })
  })

  test('is not asked about a colleague’s message that is deleted', async () => {
    const { anna, activityId } = await talk()
    const vera = await bench.operator('Vera', 'supervisor')
    const { id } = await bench.execute(sendMessage, vera, { activityId, message: line('Wrong window') })
    await bench.execute(deleteMessage, vera, { activityId, messageId: id })
    const reply = { ...line('On Monday'), seenSeq: 2 }
    expect(await bench.execute(sendMessage, anna, { activityId, message: reply })).toMatchObject({ seq: 4 })
  })
})
