import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import styles from './keypad.module.css'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

/** Digits for the other side's machine (RFC 4733): by pointer, by Tab and Enter, or typed while one of its keys has the focus. */
export function Keypad({ onDigit }: { onDigit: (digit: string) => void }): ReactNode {
  const t = useT()
  const [sent, setSent] = useState('')
  const press = (digit: string): void => {
    setSent((before) => before + digit)
    onDigit(digit)
  }
  const type = (event: KeyboardEvent): void => {
    const isDigit = (keys as readonly string[]).includes(event.key)
    if (!isDigit || event.ctrlKey || event.metaKey || event.altKey) return
    // Digits are keys of the desk too.
    event.stopPropagation()
    event.preventDefault()
    press(event.key)
  }
  return (
    <fieldset className={styles.keypad} aria-label={t('softphone.keypad')}>
      <output className={styles.sent} aria-label={t('softphone.digits')}>
        {sent}
      </output>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          aria-label={t('softphone.press', { key })}
          onKeyDown={type}
          onClick={() => press(key)}
        >
          {key}
        </button>
      ))}
    </fieldset>
  )
}
