import type { Services } from '../../kernel/services.ts'
import { openReception, type Reception } from './reception.ts'

/** What listens beside the web server, from the start of a process to its end. */
export interface Listener {
  start(): Promise<void>
  stop(): Promise<void>
  /** The port while it listens. */
  port(): number | null
}

/** Mail from other mail servers, where this process is told to take it (SMTP_PORT). */
export function createMailListener(services: Services): Listener {
  let reception: Reception | null = null
  return {
    async start() {
      const { smtp } = services.config
      if (smtp !== null) reception = await openReception(services, smtp)
    },
    async stop() {
      await reception?.stop()
      reception = null
    },
    port: () => reception?.port ?? null,
  }
}
