import { freePort } from '../../fixtures/free-port.ts'
import { programOf, startChild } from './child.ts'

/** What turns the sound of browsers into that of telephones; it outlives the exchange. */
export async function startRtpengine(): Promise<{ port: number; stop: () => Promise<void> }> {
  const port = await freePort()
  const child = await startChild(programOf('CARE_RTPENGINE', 'rtpengine'), {
    args: [
      '--interface=127.0.0.1',
      `--listen-ng=127.0.0.1:${port}`,
      '--port-min=23000',
      '--port-max=23100',
      '--foreground',
      '--log-stderr',
      // Without the kernel's module.
      '--table=-1',
    ],
    isReady: (log) => log.includes('Startup complete'),
  })
  return { port, stop: () => child.stop() }
}
