import { useCallback, useState } from 'react'

const read = (key: string): string => {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
const write = (key: string, text: string): void => {
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Storage full or forbidden: the text lives as long as the page.
  }
}

/** A text that survives a reload, a crash and a change of task: in storage with each key. */
export function useStoredText(key: string): [text: string, setText: (text: string) => void] {
  const [state, setState] = useState(() => ({ key, text: read(key) }))
  // Another key is another text.
  const current = state.key === key ? state : { key, text: read(key) }
  if (current !== state) setState(current)
  const setText = useCallback(
    (text: string) => {
      write(key, text)
      setState({ key, text })
    },
    [key],
  )
  return [current.text, setText]
}
