import type { KeyboardEvent } from 'react'

/** Ctrl+Enter (⌘+Enter) sends the form of a dialog from any of its fields: `<Dialog onKeyDown={submitByKey}>`. */
export function submitByKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.querySelector('form')?.requestSubmit()
}
