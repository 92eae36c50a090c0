import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { nameOfKey } from '../shared/keyboard/match-key.ts'
import { useShortcuts } from '../shared/keyboard/shortcuts.ts'
import { pages, useDeskAddress } from './pages.ts'

const secondKeyWithinMs = 1_500

/** `g` and then a letter goes to a screen: d desk, n notifications, and those of `pages`. Other keys stay what they are. */
export function useGoKeys(onNotifications: () => void): void {
  const [, navigate] = useLocation()
  const desk = useDeskAddress()
  const stop = useRef(() => {})
  useEffect(() => () => stop.current(), [])
  useShortcuts({
    g: () => {
      stop.current()
      const second = (event: KeyboardEvent): void => {
        stop.current()
        const key = nameOfKey(event)
        const address = key === 'd' ? desk : pages.find((page) => page.key === key)?.path
        if ((address === undefined && key !== 'n') || event.isComposing) return
        // It must not also be the shortcut that the letter is alone.
        event.preventDefault()
        event.stopPropagation()
        if (address === undefined) onNotifications()
        else navigate(address)
      }
      const timer = setTimeout(() => stop.current(), secondKeyWithinMs)
      document.addEventListener('keydown', second, { capture: true })
      stop.current = () => {
        clearTimeout(timer)
        document.removeEventListener('keydown', second, { capture: true })
        stop.current = () => {}
      }
    },
  })
}
