import { type AttachedFile, chooseFiles } from './attach.ts'
import { write } from './write.ts'
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

export interface Introduction {
  name: string
  email: string
  question: string
}

/** The chat on a shop's page, as its customer sees it: everything by role and name. */
export interface Widget {
  page: Page
  frame: FrameLocator
  dialog: Locator
  launcher: Locator
  log: Locator
  field: Locator
  open(): Promise<void>
  /** The customer turns to this window; in a real browser only one has the focus. */
  look(): Promise<void>
  /** Opens the chat, fills the form and sends the first message. */
  begin(who: Introduction): Promise<void>
  /** Writes and sends. */
  say(text: string): Promise<void>
  attach(...files: AttachedFile[]): Promise<void>
  /** Messages of both sides that contain the text. */
  message(text: string | RegExp): Locator
  /** Text of every message in the order of the log, without those still on their way. */
  texts(): Promise<string[]>
}

export function widgetPage(page: Page): Widget {
  const frame = page.frameLocator('iframe[data-care-widget]')
  const dialog = frame.getByRole('dialog')
  const launcher = page.getByRole('button', { name: /^(Open chat|Открыть чат|Otwórz czat|Отвори чата)/ })
  const log = frame.getByRole('log')
  const field = frame.getByRole('textbox', { name: 'Message', exact: true })
  const open = async (): Promise<void> => {
    await page.bringToFront()
    await launcher.click()
    await expect(dialog).toBeVisible()
  }
  return {
    page,
    frame,
    dialog,
    launcher,
    log,
    field,
    open,
    look: () => page.bringToFront(),
    begin: async ({ name, email, question }) => {
      await open()
      await write(frame.getByLabel('Name'), name)
      await write(frame.getByLabel('Email'), email)
      await write(frame.getByLabel('Your question'), question)
      await frame.getByRole('button', { name: 'Start chat' }).click()
      await expect(log.getByText(question)).toBeVisible()
    },
    say: async (text) => {
      await page.bringToFront()
      await write(field, text)
      await field.press('Enter')
      await expect(log.getByText(text, { exact: true })).toBeVisible()
    },
    attach: (...files) => chooseFiles(frame.locator('input[type=file]'), files),
    message: (text) => log.getByRole('article').filter({ hasText: text }),
    texts: () => log.locator('article .b').allTextContents(),
  }
}
