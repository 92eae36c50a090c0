import type { Socket } from 'socket.io'
import { AppError } from '../kernel/app-error.ts'
import type { Services } from '../kernel/services.ts'
import { describeError } from '../kernel/log.ts'

/**
 * A namespace's handshake. A refusal reaches the client as `connect_error` with the code as message, and it stops
 * trying. Anything else (no database just now) drops the connection, so that the client tries again by itself.
 */
export function admit<S extends Socket>(services: Services, check: (socket: S) => Promise<void>) {
  return (socket: S, next: (error?: Error) => void): void => {
    check(socket).then(
      () => next(),
      (error: unknown) => {
        if (error instanceof AppError) return next(new Error(error.code))
        services.log.error({ error: describeError(error) }, 'handshake failed')
        socket.conn.close()
      },
    )
  }
}
