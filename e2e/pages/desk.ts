import { expect, type Locator, type Page } from '@playwright/test'
import type { Api } from '../fixtures/api.ts'
import { type AttachedFile, chooseFiles } from './attach.ts'
import { write } from './write.ts'

/** An operator's desk by the regions and names of its screen. */
export interface Desk {
  page: Page
  /** The same person's API session, for what a test must know beside the screen. */
  api: Api
  tasks: Tasks
  talk: Talk
  customer: Locator
  request: Locator
  activity: Locator
  comments: Locator
  journey: Locator
  /** The person turns to this window; in a real browser only one has the focus. */
  look(): Promise<void>
  /** Accepts the offer of this customer and waits for the thread. */
  accept(name: string): Promise<void>
  /** Opens the value's field, writes and saves by Enter. */
  edit(region: Locator, label: string, value: string): Promise<void>
  /** Chooses an outcome in the dialog and closes the request. */
  close(outcome: string): Promise<void>
}
export interface Tasks {
  region: Locator
  offer: Locator
  accept: Locator
  decline: Locator
  mine: Locator
  queue: Locator
  presence: Locator
  row(name: string): Locator
  /** The button that takes this customer's task by hand, in the Queue tab. */
  take(name: string): Locator
}
export interface Talk {
  region: Locator
  log: Locator
  reply: Locator
  field: Locator
  comment: Locator
  message(text: string | RegExp): Locator
  /** Texts of messages and comments in the order of the log. */
  texts(): Promise<string[]>
  /** Writes a reply and sends it without changing the stage. */
  say(text: string): Promise<void>
  addComment(text: string): Promise<void>
  attach(...files: AttachedFile[]): Promise<void>
}

function tasksOf(page: Page): Tasks {
  const region = page.getByRole('region', { name: 'Tasks in progress' })
  const offer = region.getByRole('group', { name: 'Offered task' })
  return {
    region,
    offer,
    accept: offer.getByRole('button', { name: /^Accept/ }),
    decline: offer.getByRole('button', { name: /^Decline/ }),
    mine: region.getByRole('tab', { name: /^My requests/ }),
    queue: region.getByRole('tab', { name: /^Queue/ }),
    presence: region.getByRole('button', { name: /, (Available|Busy|Away|Lunch|Break|Offline|Missed offers)/i }),
    row: (name) => region.getByRole('listitem').filter({ hasText: name }).getByRole('button').first(),
    take: (name) => region.getByRole('button', { name: new RegExp(`^Take.*${name}`) }),
  }
}

function talkOf(page: Page): Talk {
  const region = page.getByRole('region', { name: 'Communication' })
  const log = region.getByRole('log', { name: 'Messages' })
  const reply = region.getByRole('form', { name: 'Reply' })
  const field = reply.getByRole('textbox')
  const comment = reply.getByRole('tab', { name: /^Comment/ })
  const message = (text: string | RegExp): Locator => log.getByRole('article').filter({ hasText: text })
  const send = async (text: string, keys: string): Promise<void> => {
    await page.bringToFront()
    await write(field, text)
    await field.press(keys)
    await expect(message(text).last()).toBeVisible()
  }
  return {
    region,
    log,
    reply,
    field,
    comment,
    message,
    texts: () => log.locator('article [class*=bubble]').allTextContents(),
    say: async (text) => {
      const tab = reply.getByRole('tab', { name: /^Reply/ })
      if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click()
      await send(text, 'Control+Shift+Enter')
    },
    addComment: async (text) => {
      await comment.click()
      await send(text, 'Control+Enter')
    },
    attach: (...files) => chooseFiles(reply.locator('input[type=file]'), files),
  }
}

export function deskPage(page: Page, api: Api): Desk {
  const tasks = tasksOf(page)
  const talk = talkOf(page)
  return {
    page,
    api,
    tasks,
    talk,
    customer: page.getByRole('region', { name: 'Customer details' }),
    request: page.getByRole('region', { name: 'Request details' }),
    activity: page.getByRole('region', { name: 'Activity details' }),
    comments: page.getByRole('region', { name: 'Comments' }),
    journey: page.getByRole('region', { name: 'Customer journey' }),
    look: () => page.bringToFront(),
    accept: async (name) => {
      await page.bringToFront()
      await expect(tasks.offer).toContainText(name)
      await tasks.accept.click()
      await expect(talk.log).toBeVisible()
      await expect(tasks.row(name)).toBeVisible()
    },
    edit: async (region, label, value) => {
      await page.bringToFront()
      await region.getByRole('button', { name: new RegExp(`^${label}:`) }).click()
      const field = region.getByRole('textbox', { name: label }).or(region.getByRole('combobox', { name: label }))
      await write(field, value)
      await field.press('Enter')
    },
    close: async (outcome) => {
      await page.bringToFront()
      await talk.region
        .getByRole('button', { name: /^Close/ })
        .first()
        .click()
      const dialog = page.getByRole('dialog', { name: 'Close with outcome' })
      await dialog.getByText(outcome, { exact: true }).click()
      await dialog.getByRole('button', { name: 'Close', exact: true }).click()
      await expect(dialog).toBeHidden()
    },
  }
}
