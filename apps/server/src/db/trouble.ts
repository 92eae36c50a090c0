/** Refused or lost connections, a server that starts or stops, full disk: the same work may succeed in a moment. */
const codes =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN|08\w{3}|57P0[1-5]|53\w{3}|SQLITE_(BUSY|FULL|IOERR|CANTOPEN)\w*)$/
const texts = /connection terminated|timeout exceeded when trying to connect|connection ended unexpectedly/i

/** Whether the database could not be reached, as against a statement that was wrong. */
export function isUnreachable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && codes.test(at.code)) return true
    if (texts.test(at.message)) return true
  }
  return false
}
