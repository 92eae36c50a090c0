import Popover from '@mui/material/Popover'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import styles from './emoji.module.css'

/** The ones that people in support really use; the keyboard of the system has the rest. */
const all =
  '😀😃😄😁😊🙂😉😍😘🤗🤔🤨😐😕🙁😢😭😤😅😂🤣😇😎🥳😴🤒🤝👍👎👌🙏👏💪👋✌️🤞👀❤️💔💙💛💚🎉🎁⭐🔥✨✅❌⚠️❓❗📦🚚📞✉️📎📷🔧🔑⏳⏰📅💳🧾🛒🏷️🔒💡☕🌍'
const emoji = [...all.matchAll(/\p{Emoji}\uFE0F?/gu)].map(([one]) => one)
const columns = 9

interface EmojiPickerProps {
  anchor: HTMLElement
  onChoose: (emoji: string) => void
  onClose: () => void
}

/** A grid that is moved through by arrows; loaded when first opened. */
export function EmojiPicker({ anchor, onChoose, onClose }: EmojiPickerProps): ReactNode {
  const t = useT()
  const list = useRef<HTMLUListElement>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    buttons[buttons.indexOf(event.currentTarget) + step]?.focus()
  }
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
      transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': t('communication.emoji') },
        transition: { onEntering: () => list.current?.querySelector('button')?.focus() },
      }}
    >
      <ul ref={list} className={styles.grid}>
        {emoji.map((one, i) => (
          <li key={one}>
            <button type="button" tabIndex={i === 0 ? 0 : -1} onClick={() => onChoose(one)} onKeyDown={onKeyDown}>
              {one}
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
