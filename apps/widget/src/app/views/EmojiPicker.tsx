import { useEffect, useRef } from 'preact/hooks'
import { useWidget } from './context.ts'

const emoji = '😀 😂 🙂 😉 😍 🤔 😐 😕 😢 😡 👍 👎 🙏 👏 💪 👋 ❤ 🎉 🔥 ✅ ❌ ☕ 📦 🚚'.split(' ')

interface Props {
  onPick: (emoji: string) => void
  onClose: () => void
}

/** A small choice that covers a talk with a shop; arrows move, Escape closes. */
export function EmojiPicker({ onPick, onClose }: Props) {
  const { t } = useWidget()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => (box.current?.firstElementChild as HTMLElement | null)?.focus(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      return onClose()
    }
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || !box.current) return
    const buttons = [...box.current.children] as HTMLElement[]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div class="emoji" role="group" aria-label={t('composer.emoji')} ref={box} onKeyDown={onKeyDown}>
      {emoji.map((one) => (
        <button type="button" key={one} onClick={() => onPick(one)}>
          {one}
        </button>
      ))}
    </div>
  )
}
