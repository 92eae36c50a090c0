import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ownFolder, programOf, startChild } from './child.ts'

/** A sound server with a speaker that nobody hears: Firefox plays and measures nothing without one. */
export async function startPulse(): Promise<{ server: string; stop: () => Promise<void> }> {
  const folder = await ownFolder('pulse')
  const socket = join(folder.path, 'native')
  const child = await startChild(programOf('CARE_PULSEAUDIO', 'pulseaudio'), {
    args: [
      '-n',
      '--daemonize=no',
      '--exit-idle-time=-1',
      '--use-pid-file=no',
      '-L',
      'module-null-sink sink_name=null',
      '-L',
      `module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
    ],
    env: { HOME: folder.path, XDG_RUNTIME_DIR: folder.path },
    isReady: () => existsSync(socket),
  })
  return {
    server: `unix:${socket}`,
    stop: async () => {
      await child.stop()
      await folder.remove()
    },
  }
}
