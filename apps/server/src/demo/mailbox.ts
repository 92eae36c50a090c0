import { foldText } from '@care/domain'
import type { RowMaker } from './rows.ts'
import { queues } from './workspace.ts'

/** The shop's mailbox: received by the product itself, sent to a server that the demo starts. */
export const demoMailbox = { id: 'channel-mail', address: 'care@brewhaus.example', name: 'Brewhaus mail' } as const

/** Where that server is looked for first; the demo writes down where it really listens. */
const smtpPort = 2_525

export function makeMailbox({ add }: Pick<RowMaker, 'add'>, openedAt: number): void {
  const { id, address, name } = demoMailbox
  add('channels', {
    id,
    kind: 'mail',
    name,
    nameFolded: foldText(name),
    isOn: true,
    queueId: queues[0].id,
    typeId: 'type-question',
    locationId: null,
    settings: {
      address,
      senderName: 'Brewhaus',
      receives: 'smtp',
      sends: true,
      smtpHost: '127.0.0.1',
      smtpPort,
      smtpSecurity: 'none',
      hasPlusAddresses: true,
      signature: 'Brewhaus · machines, grinders, coffee',
    },
    secrets: {},
    health: 'unknown',
    createdAt: openedAt,
    version: 1,
  })
}
