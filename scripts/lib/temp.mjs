import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'

const memory = '/dev/shm'
const neededGiB = 4

/**
 * Lets all that runs from here on write its databases and browser profiles into memory, where there is enough of it:
 * the product waits for the disk at each commit, and two suites side by side waited for each other's. Says how to take
 * the folder away again. Where there is no such place, everything stays on the disk.
 */
export function writeToMemory() {
  let folder
  try {
    const { bavail, bsize } = statfsSync(memory)
    if ((bavail * bsize) / 2 ** 30 < neededGiB) return () => undefined
    folder = mkdtempSync(`${memory}/care-check-`)
  } catch {
    return () => undefined
  }
  // PostgreSQL has a user of its own, who must get through to its folder.
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  // The same few thousand files are compiled by each server that a test starts.
  process.env.NODE_COMPILE_CACHE = `${folder}/compiled`
  return () => rmSync(folder, { recursive: true, force: true })
}
