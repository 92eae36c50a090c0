import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { idOfKey, type KeyGroup } from './keys.ts'
import { isSingleKey, nameOfKey, type KeyPress } from './match-key.ts'
import { useSingleKeys } from './settings.ts'

/**
 * Answers false when it did not want the press, which then goes on to the one mounted before, or to the browser.
 * Without an event it was chosen in the palette.
 */
export type Shortcut = (event: KeyboardEvent | null) => void | boolean
/** What ids of a group do here; false or absent = not now, which the palette believes too. */
export type Shortcuts<Id extends string> = Partial<Record<Id, Shortcut | false | undefined>>

interface Mounted {
  group: KeyGroup
  current: Shortcuts<string>
}
const mounted: Mounted[] = []
let lastTypedAt = -Infinity

/** When something was last typed into a field, in the clock of `performance.now()`. */
export const lastTyped = (): number => lastTypedAt

/** The first key of two was pressed; the second is awaited for a second from when the hint of it is on the screen. */
export const useSequence = create<{ first: string | null }>()(() => ({ first: null }))
const secondKeyWithinMs = 1_000
let sequenceTimer: ReturnType<typeof setTimeout> | undefined
let sequenceFrame = 0

const editable =
  'input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=listbox], [role=menu]'
const openLayer = '[role=dialog][aria-modal=true], [role=menu], [role=listbox].MuiList-root'

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(editable) !== null

/** Keys that act also while typing. */
const isEverywhere = (name: string): boolean => name === 'F6' || name === 'Shift+F6'

/** Whether a dialog or a menu is open, which all keys belong to then. */
export const isLayerOpen = (): boolean => document.querySelector(openLayer) !== null

function allows(event: KeyboardEvent, name: string): boolean {
  if (event.isComposing || event.defaultPrevented || isLayerOpen()) return false
  if (isEverywhere(name)) return true
  const isArrow = name.startsWith('Arrow')
  if (event.repeat && !isArrow) return false
  // Keys without Ctrl or Alt belong to the field in which one types.
  return name.startsWith('Ctrl+') || name.startsWith('Alt+') || !isTyping(event.target)
}

/** The name of a press under the person's setting: with "only with Alt" Alt+j is 'j'; null when it is switched off. */
export function wantedName(event: KeyPress): string | null {
  const { mode } = useSingleKeys.getState()
  const name = nameOfKey(event)
  if (isSingleKey(name)) return mode === 'on' ? name : null
  const bare = name.replace(/^Alt\+/, '')
  return mode === 'alt' && isSingleKey(bare) ? bare : name
}

/** Runs what is mounted for this name; the one mounted last is the most specific and goes first. */
function run(name: string, event: KeyboardEvent | null): boolean {
  for (const { group, current } of mounted.toReversed()) {
    const shortcut = current[idOfKey(group, name) ?? '']
    if (shortcut && shortcut(event) !== false) return true
  }
  return false
}

function endSequence(): void {
  cancelAnimationFrame(sequenceFrame)
  clearTimeout(sequenceTimer)
  if (useSequence.getState().first !== null) useSequence.setState({ first: null })
}

function beginSequence(name: string): boolean {
  const begins = ({ group, current }: Mounted): boolean =>
    Object.keys(current).some((id) => group.keys[id]?.some((key) => key.startsWith(`${name} `)))
  if (!mounted.some(begins)) return false
  endSequence()
  useSequence.setState({ first: name })
  // On a slow machine the second would else be over before anything is to be seen of it.
  sequenceFrame = requestAnimationFrame(() => {
    sequenceTimer = setTimeout(endSequence, secondKeyWithinMs)
  })
  return true
}

/** The second key of two, before rows and fields hear it: it must not also be the shortcut that the letter is alone. */
function onSecondKey(event: KeyboardEvent): void {
  const { first } = useSequence.getState()
  if (first === null || event.key === 'Shift' || event.key === 'Alt') return
  endSequence()
  const name = wantedName(event)
  if (name === null || !allows(event, name) || !run(`${first} ${name}`, event)) return
  event.preventDefault()
  event.stopPropagation()
}

function onKeyDown(event: KeyboardEvent): void {
  if (isTyping(event.target) && event.key.length === 1) lastTypedAt = performance.now()
  const name = wantedName(event)
  if (name === null || !allows(event, name)) return
  if (run(name, event) || beginSequence(name)) event.preventDefault()
}

function listen(): void {
  document.addEventListener('keydown', onSecondKey, { capture: true })
  document.addEventListener('keydown', onKeyDown)
}
function stopListening(): void {
  document.removeEventListener('keydown', onSecondKey, { capture: true })
  document.removeEventListener('keydown', onKeyDown)
  endSequence()
}

/**
 * What the keys of a group do while the component is mounted. One listener on the document serves all. Letters act only
 * with no modifier, no repeat, no composing, no open dialog or menu, and focus outside fields.
 */
export function useShortcuts<Id extends string>(group: KeyGroup<Id>, shortcuts: Shortcuts<Id>): void {
  const entry = useRef<Mounted>({ group, current: shortcuts })
  useEffect(() => {
    entry.current.current = shortcuts
  })
  useEffect(() => {
    const mine = entry.current
    if (mounted.length === 0) listen()
    mounted.push(mine)
    return () => {
      mounted.splice(mounted.indexOf(mine), 1)
      if (mounted.length === 0) stopListening()
    }
  }, [])
}

export interface PresentShortcut {
  group: KeyGroup
  id: string
  run: () => void
}

/** What can be done by keys just now, beside moving about; each once, the most specific. For the palette. */
export function presentShortcuts(): PresentShortcut[] {
  const found = new Map<string, PresentShortcut>()
  for (const { group, current } of mounted.toReversed())
    for (const [id, shortcut] of Object.entries(current))
      if (shortcut && !group.moves.includes(id) && !found.has(`${group.id}.${id}`))
        found.set(`${group.id}.${id}`, { group, id, run: () => void shortcut(null) })
  return [...found.values()]
}
