import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

/** CPU seconds that all programs of this machine have used so far. */
export const machineCpuSeconds = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1_000

/** Waits until the machine has been quiet for half a second; gives up after `maxMs`. Resolves with the load seen last. */
export async function whenQuiet(belowCores: number, maxMs: number): Promise<number> {
  const end = performance.now() + maxMs
  for (;;) {
    const [cpu, at] = [machineCpuSeconds(), performance.now()]
    await sleep(500)
    const load = ((machineCpuSeconds() - cpu) / (performance.now() - at)) * 1_000
    if (load < belowCores || performance.now() > end) return load
  }
}

export interface Machine {
  cores: number
  cpu: string
  memoryGiB: number
  node: string
  kernel: string
}
export function thisMachine(): Machine {
  const all = cpus()
  return {
    cores: all.length,
    cpu: all[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    kernel: kernelOf(),
  }
}
function kernelOf(): string {
  try {
    return readFileSync('/proc/version', 'utf8').split(' ')[2] ?? process.platform
  } catch {
    return process.platform
  }
}
