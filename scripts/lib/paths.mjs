import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
/** Stamps that say what is installed and built already; gone with node_modules, as they should be. */
export const cacheDir = join(root, 'node_modules', '.cache', 'care')
/** Full output of every part of the last `npm test`. */
export const resultsDir = join(root, 'test-results')
export const isWindows = process.platform === 'win32'
