import type { Keyboard, Locator, Page } from '@playwright/test'

/** A page used by its keyboard alone. */
export interface Keys {
  keyboard: Keyboard
  focused: Locator
  type: (text: string) => Promise<void>
  /** Presses Tab until the focus is on what is called so; what cannot be reached fails. */
  tabTo: (name: RegExp, key?: 'Tab' | 'Shift+Tab') => Promise<void>
  /** Presses F6 until the focus is in the region. */
  toRegion: (name: string) => Promise<void>
}

export function keysOf(page: Page): Keys {
  const { keyboard } = page
  const focused = page.locator(':focus')
  return {
    keyboard,
    focused,
    type: (text) => keyboard.type(text),
    tabTo: async (name, key = 'Tab') => {
      for (let tries = 0; tries < 120; tries += 1) {
        await keyboard.press(key)
        const label = await focused.evaluateAll(
          ([element]) => element?.getAttribute('aria-label') ?? element?.textContent ?? '',
        )
        if (name.test(label)) return
      }
      throw new Error(`nothing like ${name} can be reached by ${key}`)
    },
    toRegion: async (name) => {
      for (let tries = 0; tries < 8; tries += 1) {
        await keyboard.press('F6')
        const isThere = await focused.evaluateAll(
          ([element], label) => element?.closest('[data-region]')?.getAttribute('aria-label') === label,
          name,
        )
        if (isThere) return
      }
      throw new Error(`F6 does not reach ${name}`)
    },
  }
}
