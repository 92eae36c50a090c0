/** Milliseconds that the server's clock is ahead of this machine's. */
let offset = 0

/** Told by every answer that carries the server's time. */
export function noteServerTime(serverTime: number): void {
  offset = serverTime - Date.now()
}

/** Now by the server's clock; countdowns and ages use it, because desks' clocks are wrong. */
export const serverNow = (): number => Date.now() + offset
