import type { Language } from '@care/contract'
import { bg } from './bg.ts'
import { en } from './en.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import type { Phrases, Topic } from './story.ts'

export const phrases: Readonly<Record<Language, Phrases>> = { en, ru, pl, bg }

/** What a matter belongs to, and what operators note about it among themselves. */
export const matters: Readonly<
  Record<
    Topic,
    { queueId: string; typeId: string; tags: readonly string[]; comments: readonly string[]; calls: readonly string[] }
  >
> = {
  delivery: {
    queueId: 'queue-orders',
    typeId: 'type-question',
    tags: ['delivery', 'carrier', 'express'],
    comments: [
      'Carrier confirms: parcel was scanned at the depot, then nothing.',
      'Promised express without charge, please do not bill it.',
      'Third late parcel from this depot this month.',
    ],
    calls: [
      'Called about a late parcel. Calmed down when I gave the new date.',
      'Asked where the parcel is. Sent the tracking link while on the phone.',
    ],
  },
  wrongItem: {
    queueId: 'queue-orders',
    typeId: 'type-question',
    tags: ['wrong item', 'warehouse', 'replacement'],
    comments: ['Warehouse mixed up two labels, they know.', 'Replacement is free, reference 4407-B.'],
    calls: ['Called about a wrong item. Label number taken down, replacement ordered.'],
  },
  giveBack: {
    queueId: 'queue-orders',
    typeId: 'type-return',
    tags: ['return', 'courier', 'unused'],
    comments: ['Within the 30 days, no deduction.', 'Box is complete according to the customer; check at arrival.'],
    calls: ['Wants to return the machine. Explained the label, sends it this week.'],
  },
  invoice: {
    queueId: 'queue-billing',
    typeId: 'type-question',
    tags: ['invoice', 'VAT'],
    comments: ['VAT number checked, it is valid.', 'New name is in the company register since spring.'],
    calls: ['Needs the invoice by the end of the month. Sent during the call.'],
  },
  refund: {
    queueId: 'queue-billing',
    typeId: 'type-question',
    tags: ['refund', 'card', 'accounting'],
    comments: [
      'Accounting: second authorisation runs out by itself.',
      'Account number had two digits swapped, corrected.',
      'Please check on Friday that it has really arrived.',
    ],
    calls: ['Asked about the refund. Told the date on which the bank books it.'],
  },
  leak: {
    queueId: 'queue-service',
    typeId: 'type-service',
    tags: ['leak', 'seal', 'guarantee'],
    comments: [
      'Serial number is in the guarantee until next year.',
      'Same seal as in the series recall, send two.',
      'Technician has a free slot on Thursday.',
    ],
    calls: [
      'Leak at the front while brewing. Guarantee, technician will call.',
      'Guided through changing the seal by phone, it is dry now.',
    ],
  },
  descale: {
    queueId: 'queue-service',
    typeId: 'type-service',
    tags: ['descaling', 'water hardness'],
    comments: [
      'Hardness was still at the factory setting.',
      'If it blinks again: exchange the sensor, no more advice by mail.',
    ],
    calls: ['Went through the rinsing together, light is off.'],
  },
  advice: {
    queueId: 'queue-orders',
    typeId: 'type-question',
    tags: ['advice', 'offer', 'office'],
    comments: [
      'Good chance for an order, call again in two weeks.',
      'Sample of House Blend noted for the next parcel.',
    ],
    calls: ['Looks for a machine for the office. Offer promised for tomorrow.'],
  },
}
