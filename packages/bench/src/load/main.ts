// The load program, a process of its own: carries out commands of the bench and answers over IPC.
import type { LoadCommand, Mark } from './protocol.ts'
import { createIdlers } from './idlers.ts'
import { connectCrowd, emptyCrowd } from './crowd.ts'
import { saturate, sendAtRate } from './talk.ts'
import { stirredFrom } from './target.ts'
import { createWatchers } from './watchers.ts'

const mark = (name: 'markStart' | 'markEnd', { acks }: { acks: number }): void => {
  const { user, system } = process.cpuUsage()
  const value: Mark = { acks, atMs: performance.now(), loadCpuUs: user + system }
  process.send?.({ [name]: value })
}
const crowd = emptyCrowd()
const idlers = createIdlers()
const watchers = createWatchers()

async function carryOut(command: LoadCommand): Promise<unknown> {
  switch (command.do) {
    case 'connect':
      return connectCrowd(crowd, command.target, command.widgets)
    case 'saturate':
      return saturate(crowd, mark, command.seconds, command.inFlight)
    case 'rate':
      return sendAtRate(crowd, mark, command.seconds, command.perSecond)
    case 'idle':
      return idlers.open(command.target, command.from, command.count, command.atOnce)
    case 'reconnect':
      return idlers.reconnect(command.atOnce)
    case 'watch':
      return watchers.watch(command.target, command.count)
    case 'stir':
      return watchers.stir(command.target, command.perSecond, stirredFrom(command.target, command.from))
    case 'calm':
      return watchers.stop()
    case 'seen':
      return watchers.seen()
  }
}
process.on('message', (command: LoadCommand) => {
  carryOut(command).then(
    (done) => process.send?.({ done }),
    (error: unknown) =>
      process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
