import type { ChannelRecord } from '../../modules/channels/index.ts'
import type { Transport } from './smtp.ts'

/** Connections to the servers of mailboxes, kept open between mails and made anew when a mailbox was changed. */
export function createTransports() {
  const open = new Map<string, { version: number; transport: Transport }>()
  return {
    of({ id, version }: ChannelRecord, make: () => Transport): Transport {
      const known = open.get(id)
      if (known?.version === version) return known.transport
      known?.transport.close()
      const transport = make()
      open.set(id, { version, transport })
      return transport
    },
    close(): void {
      for (const { transport } of open.values()) transport.close()
      open.clear()
    },
  }
}
export type Transports = ReturnType<typeof createTransports>
