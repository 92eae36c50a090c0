import { Fragment, type ReactNode } from 'react'

const link = /\bhttps?:\/\/[^\s<>"'`]+[^\s<>"'`.,:;!?)\]}»”’]/giu

/** Text with its web addresses as links. Everything else stays text: nothing that a person wrote becomes markup. */
export function withLinks(text: string): ReactNode {
  const parts: ReactNode[] = []
  let end = 0
  for (const match of text.matchAll(link)) {
    const [address] = match
    parts.push(text.slice(end, match.index))
    parts.push(
      <a key={match.index} href={address} target="_blank" rel="noopener noreferrer nofollow">
        {address}
      </a>,
    )
    end = match.index + address.length
  }
  parts.push(<Fragment key="rest">{text.slice(end)}</Fragment>)
  return parts
}
