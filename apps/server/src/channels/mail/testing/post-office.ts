import { createServer, type AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as the customers' server got it. */
export interface Posted {
  from: string
  to: string[]
  raw: string
}

/** The mail server of customers: a real one on a free loopback port, that keeps what it was given. */
export async function openPostOffice({ user = 'desk', password = 'letmein', slowMs = 0 } = {}) {
  const posted: Posted[] = []
  const counts = { logins: 0 }
  /** What it answers to addresses, instead of taking them. */
  const refusing = new Map<string, { code: number; text: string }>()
  const server = new SMTPServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password: given }, _session, done) => {
      counts.logins += 1
      if (username === user && given === password) done(null, { user })
      else done(Object.assign(new Error('no such name and password'), { responseCode: 535 }))
    },
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refusing.get(address)
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        posted.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() })
        // It has the mail, and the other side does not know it yet.
        if (slowMs > 0) setTimeout(done, slowMs)
        else done()
      })
    },
  })
  // Whoever hands mails over may die in the middle of it: without a listener that would end the test run.
  server.on('error', () => undefined)
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port,
    posted,
    counts,
    refusing,
    login: { smtpHost: '127.0.0.1', smtpPort: port, smtpSecurity: 'none', smtpUser: user },
    password,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
