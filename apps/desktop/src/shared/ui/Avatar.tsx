import { initials, type Medium } from '@care/domain'
import type { ReactNode } from 'react'
import { MediumIcon } from './MediumIcon.tsx'
import styles from './ui.module.css'

interface AvatarProps {
  /** Chooses the tint, so that a person has the same one everywhere. */
  id: string
  name: string
  size?: 20 | 24 | 28 | 32 | 36 | 40
  /** Badge with the channel. */
  medium?: Medium
  /** CSS colour of a presence dot. */
  dot?: string
}

const fontSizes = { 20: 9, 24: 10, 28: 11, 32: 12, 36: 13, 40: 14 } as const
const tints = 6

/** FNV-1a: a spread good enough for six tints and the same in every browser. */
export function tintOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % tints
}

/** Initials on a tint, drawn by the stylesheet so that they are no part of a button's words; decorative, the name always stands in text beside it. */
export function Avatar({ id, name, size = 32, medium, dot }: AvatarProps): ReactNode {
  const tint = tintOf(id)
  return (
    <span
      className={styles.avatar}
      aria-hidden="true"
      data-initials={initials(name)}
      style={{
        width: size,
        height: size,
        fontSize: fontSizes[size],
        background: `var(--care-palette-avatar-${tint}-bg)`,
        color: `var(--care-palette-avatar-${tint}-text)`,
      }}
    >
      {medium && (
        <span className={styles.avatarMark}>
          <MediumIcon medium={medium} size={11} />
        </span>
      )}
      {dot !== undefined && <span className={styles.avatarDot} style={{ background: dot }} />}
    </span>
  )
}
