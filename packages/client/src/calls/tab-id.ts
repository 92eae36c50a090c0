import { newKey } from '../call.ts'

const name = 'care-call-tab'
let known: string | undefined

/** Names this window through its reloads; a page that may keep nothing is a new window each time. */
export function tabId(): string {
  try {
    known ??= sessionStorage.getItem(name) ?? newKey()
    sessionStorage.setItem(name, known)
  } catch {
    known ??= newKey()
  }
  return known
}
