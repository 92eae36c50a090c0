import { expect, it } from 'vitest'
import { noteAck, noteDelivery, noteSent, openLedger, tookOf } from './ledger.ts'

function sending(customers: number[]) {
  const ledger = openLedger('aaaaaa', customers.length, 2)
  customers.forEach((customer, n) => noteSent(ledger, n, customer))
  return { ledger, deliver: noteDelivery(() => ledger) }
}

it('counts what arrives once and in order', () => {
  const { ledger, deliver } = sending([0, 1, 0])
  for (const n of [1, 0, 2]) deliver('aaaaaa', n)
  expect(ledger).toMatchObject({ deliveries: 3, doubled: 0, reordered: 0 })
})
it('sees a message that comes twice', () => {
  const { ledger, deliver } = sending([0, 0])
  for (const n of [0, 0, 1]) deliver('aaaaaa', n)
  expect(ledger).toMatchObject({ deliveries: 2, doubled: 1, reordered: 0 })
})
it('sees two messages of one customer that changed places', () => {
  const { ledger, deliver } = sending([0, 0])
  for (const n of [1, 0]) deliver('aaaaaa', n)
  expect(ledger).toMatchObject({ deliveries: 2, reordered: 1 })
})
it('leaves out what another measurement sent', () => {
  const { ledger, deliver } = sending([0])
  deliver('bbbbbb', 0)
  expect(ledger.deliveries).toBe(0)
})
it('gives a time only for what was answered', () => {
  const { ledger, deliver } = sending([0, 0])
  noteAck(ledger, 0)
  noteAck(ledger, 0)
  deliver('aaaaaa', 1)
  const { ack, deliver: delivered } = tookOf(ledger, 0, 2)
  expect(ledger.acks).toBe(1)
  expect(ack).toHaveLength(1)
  expect(delivered).toHaveLength(1)
  expect(ack.concat(delivered).every((ms) => ms >= 0 && ms < 1_000)).toBe(true)
})
