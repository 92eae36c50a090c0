import type { Page } from '@playwright/test'

/** Keeps this page's calls of an address on the way until the returned function is called. */
export async function hold(page: Page, address: string): Promise<() => void> {
  let release = (): void => {}
  const released = new Promise<void>((done) => (release = done))
  await page.route(address, async (route) => {
    await released
    await route.continue()
  })
  return release
}
