import type { Comment } from '@care/contract'
import { mentionPieces } from '@care/domain'
import { Fragment, type ReactNode } from 'react'
import { withLinks } from './linkify.tsx'
import styles from './ui.module.css'

/** A comment's words: links as links, and colleagues who are mentioned by their present names. */
export function commentText({ text, mentions }: Pick<Comment, 'text' | 'mentions'>, myId?: string): ReactNode {
  if (!mentions) return withLinks(text)
  return mentionPieces(text).map((piece, i) => {
    if ('text' in piece) return <Fragment key={i}>{withLinks(piece.text)}</Fragment>
    const name = mentions.find(({ id }) => id === piece.id)?.name
    return (
      <span key={i} className={styles.mention} data-me={piece.id === myId || undefined}>
        @{name || '?'}
      </span>
    )
  })
}
