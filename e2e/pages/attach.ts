import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test, type Locator } from '@playwright/test'

/** From here on a file goes into the browser as a file of the disk: through the browser's line it takes many seconds. */
const large = 1024 * 1024
/** Firefox takes files of the disk only in the page itself, not in a frame of another origin. */
const patience = { timeout: 120_000 }

export interface AttachedFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Chooses these files, as the dialog of the system does. */
export async function chooseFiles(input: Locator, files: readonly AttachedFile[]): Promise<void> {
  const isFirefox = input.page().context().browser()?.browserType().name() === 'firefox'
  if (isFirefox || files.every(({ buffer }) => buffer.length < large)) return input.setInputFiles([...files], patience)
  const folder = test.info().outputPath('attached')
  await mkdir(folder, { recursive: true })
  const paths: string[] = []
  for (const { name, buffer } of files) {
    const path = join(folder, name)
    await writeFile(path, buffer)
    paths.push(path)
  }
  await input.setInputFiles(paths)
}
