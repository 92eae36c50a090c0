import type { Locator } from '@playwright/test'

/** The line may be back by itself before the button is reached; both ways are right. */
export const tryNow = (place: Pick<Locator, 'getByRole'>): Promise<void> =>
  place
    .getByRole('button', { name: 'Try now' })
    .click({ timeout: 6_000 })
    .catch(() => undefined)
