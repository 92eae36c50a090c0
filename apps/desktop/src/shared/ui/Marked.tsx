import type { ReactNode } from 'react'

interface MarkedProps {
  text: string
  /** In order and without overlaps: from, up to but not including to, in UTF-16 characters. */
  marks: ReadonlyArray<readonly [number, number]>
}

/** A text with parts of it marked, as what a search has found. */
export function Marked({ text, marks }: MarkedProps): ReactNode {
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return [...parts, text.slice(at)]
}
