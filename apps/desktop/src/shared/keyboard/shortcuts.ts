import { useEffect, useRef } from 'react'
import { isSingleKey, nameOfKey } from './match-key.ts'
import { useSingleKeys } from './settings.ts'

/** Answers false when it did not want the press, which then goes on to the one mounted before, or to the browser. */
export type Shortcut = (event: KeyboardEvent) => void | boolean
export type Shortcuts = Readonly<Record<string, Shortcut>>

const mounted: { current: Shortcuts }[] = []
let lastTypedAt = -Infinity

/** When something was last typed into a field, in the clock of `performance.now()`. */
export const lastTyped = (): number => lastTypedAt

const editable = 'input, textarea, select, [contenteditable="true"], [role=textbox], [role=listbox], [role=menu]'
const openLayer = '[role=dialog][aria-modal=true], [role=menu], [role=listbox].MuiList-root'

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(editable) !== null

/** Keys that act also while typing or while a layer is open. */
const isEverywhere = (name: string): boolean => name === 'F6' || name === 'Shift+F6'

function allows(event: KeyboardEvent, name: string): boolean {
  if (event.isComposing || event.defaultPrevented) return false
  if (document.querySelector(openLayer) !== null) return false
  if (isEverywhere(name)) return true
  const isArrow = name.startsWith('Arrow')
  if (event.repeat && !isArrow) return false
  // Keys without Ctrl or Alt belong to the field in which one types.
  return name.startsWith('Ctrl+') || name.startsWith('Alt+') || !isTyping(event.target)
}

/** With "only with Alt" a letter is named 'Alt+j' by the browser and 'j' by us; without, Alt+j is not ours. */
function wantedName(event: KeyboardEvent): string | null {
  const { mode } = useSingleKeys.getState()
  const name = nameOfKey(event)
  if (isSingleKey(name)) return mode === 'on' || name === '?' ? name : null
  if (mode !== 'alt' || !event.altKey) return name
  const bare = nameOfKey({
    key: event.key,
    code: event.code,
    ctrlKey: event.ctrlKey,
    metaKey: event.metaKey,
    altKey: false,
    shiftKey: event.shiftKey,
  })
  return isSingleKey(bare) ? bare : name
}

function onKeyDown(event: KeyboardEvent): void {
  if (isTyping(event.target) && event.key.length === 1) lastTypedAt = performance.now()
  const name = wantedName(event)
  if (name === null || !allows(event, name)) return
  // The one mounted last is the most specific.
  for (const entry of mounted.toReversed()) {
    const shortcut = entry.current[name]
    if (shortcut && shortcut(event) !== false) return event.preventDefault()
  }
}

/**
 * Shortcuts while the component is mounted, by names as in nameOfKey(). One listener on the document serves all.
 * Letters act only with no modifier, no repeat, no composing, no open dialog or menu, and focus outside fields.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const entry = useRef(shortcuts)
  useEffect(() => {
    entry.current = shortcuts
  })
  useEffect(() => {
    if (mounted.length === 0) document.addEventListener('keydown', onKeyDown)
    mounted.push(entry)
    return () => {
      mounted.splice(mounted.indexOf(entry), 1)
      if (mounted.length === 0) document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
