import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OutboxItem } from './outbox.ts'
import { createSender, type SendResult } from './sender.ts'

const item = (id: string, createdAt = 0): OutboxItem => ({
  clientMessageId: id,
  text: id,
  attachments: [],
  createdAt,
  refused: null,
})

/** A server that stores a clientMessageId once, behind a network that loses requests and answers. */
function world(faults: readonly number[]) {
  const stored: string[] = []
  const disk = new Map<string, OutboxItem>()
  let timers: (() => void)[] = []
  let turn = 0
  const boot = () => {
    timers = []
    const mine = timers
    return createSender(
      {
        async send({ clientMessageId }): Promise<SendResult> {
          const fault = faults[turn++] ?? 0
          if (fault === 1) return { waitMs: null }
          if (!stored.includes(clientMessageId)) stored.push(clientMessageId)
          await Promise.resolve()
          return fault === 2 ? { waitMs: null } : 'sent'
        },
        onChange: () => {},
        keep: (kept) => disk.set(kept.clientMessageId, kept),
        forget: (id) => disk.delete(id),
        delay: (action) => {
          mine.push(action)
          return () => mine.splice(mine.indexOf(action), 1)
        },
        random: () => 0.5,
      },
      [...disk.values()],
    )
  }
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 60; round++) {
      for (let tick = 0; tick < 12; tick++) await Promise.resolve()
      timers[0]?.()
    }
  }
  return { stored, disk, boot, settle }
}

describe('createSender', () => {
  it('delivers each message exactly once and in order under lost requests, lost answers and reloads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(0, 1, 2), { maxLength: 40 }),
        fc.array(fc.constantFrom('push', 'push', 'push', 'reload', 'wait', 'poke'), { minLength: 1, maxLength: 12 }),
        async (faults, steps) => {
          const { stored, disk, boot, settle } = world(faults)
          let sender = boot()
          const written: string[] = []
          for (const step of steps) {
            if (step === 'push') {
              const id = `message-${written.length}`
              written.push(id)
              // All at the same instant: the order must not depend on a clock.
              sender.push(item(id))
            }
            if (step === 'poke') sender.poke()
            if (step === 'wait') await Promise.resolve()
            if (step === 'reload') sender = boot()
          }
          // What a page that is gone had in the air may still arrive; the reloaded one goes on from the disk.
          sender.poke()
          await settle()
          expect(stored).toEqual(written)
          expect([...disk.keys()]).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('puts a refused message aside and goes on; retry sends it behind the others', async () => {
    const sent: string[] = []
    const seen: string[] = []
    let refusals = 1
    const sender = createSender({
      send: async ({ clientMessageId }) => {
        if (clientMessageId === 'a' && refusals-- > 0) return { refused: 'TOO_LARGE' }
        sent.push(clientMessageId)
        return 'sent'
      },
      onChange: (outbox) =>
        void seen.push(outbox.map((one) => `${one.clientMessageId}:${one.refused ?? 'queued'}`).join(' ')),
      keep: () => {},
      forget: () => {},
      delay: () => () => {},
      random: () => 0,
    })
    sender.push(item('a'))
    sender.push(item('b'))
    await new Promise((done) => setTimeout(done))
    expect(sent).toEqual(['b'])
    expect(seen.at(-1)).toBe('a:TOO_LARGE')
    sender.retry('a', 5)
    await new Promise((done) => setTimeout(done))
    expect(sent).toEqual(['b', 'a'])
    expect(seen.at(-1)).toBe('')
  })
})
