import type { ReactNode } from 'react'

export function Logo({ size = 32 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="Care Desktop">
      <rect width="32" height="32" rx="9" fill="var(--pri)" />
      <path d="M21.6 12.1a6.7 6.7 0 1 0 0 7.8" fill="none" stroke="#fff" strokeWidth="2.8" strokeLinecap="round" />
      <circle cx="22.3" cy="16" r="1.9" fill="#fff" />
    </svg>
  )
}
