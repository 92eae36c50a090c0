import type { Locator } from '@playwright/test'

/** Longer texts are pasted, as people do. */
const typedAtMost = 80
/** What has a key on the keyboard that the driver knows. Other letters it would put in behind the page's back. */
const hasKeys = /^[\x20-\x7e]*$/

/**
 * Writes into a field by its keyboard, over what stands there. Not `fill`: in a stock Firefox that sets the value
 * behind the page's back, which a React field rightly does not take for typing.
 */
export async function write(field: Locator, text: string): Promise<void> {
  await field.focus()
  if ((await field.inputValue()) !== '') {
    await field.press('ControlOrMeta+a')
    await field.press('Delete')
  }
  if (text.length <= typedAtMost && hasKeys.test(text)) return field.pressSequentially(text)
  await paste(field, text)
}

/** Puts text in at the cursor, as one edit. */
export async function paste(field: Locator, text: string): Promise<void> {
  await field.focus()
  await field.evaluate((_, inserted) => void document.execCommand('insertText', false, inserted), text)
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
