import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Latency, latencyOf } from '../stats.ts'

export interface DiskFloor extends Latency {
  commitsPerSecond: number
}

/** What the disk allows: 4 KiB appended and made durable, milliseconds each. No commit can be faster. */
export function measureDisk(dir: string, times = 500): DiskFloor {
  const path = join(dir, 'disk-floor')
  const file = openSync(path, 'w')
  const page = Buffer.alloc(4_096)
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const from = performance.now()
    writeSync(file, page)
    fdatasyncSync(file)
    took.push(performance.now() - from)
  }
  closeSync(file)
  rmSync(path)
  const total = took.reduce((sum, ms) => sum + ms, 0)
  return { ...latencyOf(took), commitsPerSecond: (times / total) * 1_000 }
}
