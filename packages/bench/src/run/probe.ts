// Preloaded into a server under measurement (`node --expose-gc --import probe.ts …`): tells CPU time and memory over
// IPC, and ends with the program that started it. The server itself knows nothing of it.
import type { ProbeAnswer } from './child.ts'

process.on('message', (question) => {
  if (question !== 'cpu' && question !== 'memory') return
  if (question === 'memory') for (let i = 0; i < 3; i++) globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, external } = process.memoryUsage()
  const answer: ProbeAnswer = { cpuUs: user + system, atMs: performance.now(), rss, heap: heapUsed + external }
  process.send?.({ probe: answer })
})
process.on('disconnect', () => process.exit(0))
