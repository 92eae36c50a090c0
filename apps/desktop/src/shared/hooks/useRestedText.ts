import { useEffect, useState } from 'react'

const restMs = 150

/** What was typed, once the typing rests; the empty text at once. */
export function useRestedText(typed: string): string {
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), typed === '' ? 0 : restMs)
    return () => clearTimeout(timer)
  }, [typed])
  return typed === '' ? '' : rested
}
