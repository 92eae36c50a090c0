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
  const boxRef = useRef<HTMLFieldSetElement>(null)
  useEffect(() => (boxRef.current?.firstElementChild as HTMLElement | null)?.focus(), [])
  useEffect(() => {
    const onPress = ({ target }: Event): void => {
      const form = boxRef.current?.parentElement
      if (form && target instanceof Node && !form.contains(target)) onClose()
    }
    addEventListener('pointerdown', onPress)
    return () => removeEventListener('pointerdown', onPress)
  }, [onClose])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      return onClose()
    }
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || !boxRef.current) return
    const buttons = [...boxRef.current.children] as HTMLElement[]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <fieldset class="emoji" aria-label={t('composer.emoji')} ref={boxRef}>
      {emoji.map((one) => (
        <button type="button" key={one} onKeyDown={onKeyDown} onClick={() => onPick(one)}>
          {one}
        </button>
      ))}
    </fieldset>
  )
}
