import type { Locator } from '@playwright/test'

/** Longer texts are put in as one edit, as a paste is: keys one by one take a stock Firefox half of a flow's time. */
const typedAtMost = 8
/** What has a key on the keyboard that the driver knows. Other letters it would put in behind the page's back. */
const hasKeys = /^[\x20-\x7e]*$/

/**
 * Writes into a field over what stands there, by its keyboard or as one edit. Not `fill`: in a stock Firefox that sets
 * the value behind the page's back, which a React field rightly does not take for typing.
 */
export async function write(field: Locator, text: string): Promise<void> {
  const isTyped = text.length <= typedAtMost && hasKeys.test(text)
  // One call of the page, for each one waits for the browser in turn.
  await field.evaluate(
    (element, inserted) => {
      const input = element as HTMLInputElement
      input.focus()
      if (input.value !== '') {
        input.select()
        document.execCommand('delete')
      }
      if (inserted !== null) document.execCommand('insertText', false, inserted)
    },
    isTyped ? null : text,
  )
  if (isTyped) await field.pressSequentially(text)
}

/** Puts text in at the cursor, as one edit. */
export async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, inserted) => {
    const input = element as HTMLElement
    input.focus()
    document.execCommand('insertText', false, inserted)
  }, text)
}

/**
 * Opens a list of choices, by key: a mouse button that is held for long, as on a busy machine, chooses at its release
 * what the list has put under it.
 */
export const unfold = (list: Locator): Promise<void> => list.press('ArrowDown')

/** Picks a date and time. The segments of such a field are typed in another order in every browser and country. */
export async function pick(field: Locator, value: string): Promise<void> {
  await field.focus()
  await field.evaluate((element, picked) => {
    // As the browser's own picker does: the value, then the event. React's own setter would hide it from React.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, picked)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }, value)
}
