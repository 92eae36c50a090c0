import type { Page } from '@playwright/test'

/** Two keys, the second right behind the first, as one strikes them: `g` and where to. */
export async function go(page: Page, key: string): Promise<void> {
  await Promise.all([page.keyboard.press('g'), page.keyboard.press(key)])
}
