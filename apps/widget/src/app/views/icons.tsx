const paths = {
  down: 'm5.5 7.8 4.5 4.5 4.5-4.5',
  close: 'm5.2 5.2 9.6 9.6M14.8 5.2l-9.6 9.6',
  check: 'm4 10.6 4 4 8.2-9',
  checks: 'm1.8 10.7 3.6 3.7 7-8.3M9.8 13.6l.9.8 7.3-8.3',
  clock: 'M10 5.8V10l2.8 1.8M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z',
  clip: 'm15.9 9.4-5.9 5.9a3.7 3.7 0 0 1-5.2-5.2l6.3-6.3a2.45 2.45 0 0 1 3.5 3.5l-6.3 6.3a1.2 1.2 0 0 1-1.75-1.75l5.6-5.6',
  smile: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM7.2 11.8a3.4 3.4 0 0 0 5.6 0M7.6 8h.01M12.4 8h.01',
  send: 'M3.5 10h6M3.8 3.8l13 6.2-13 6.2L5.5 10 3.8 3.8Z',
  alert: 'M10 7.5v3.6M10 13.6h.01M10 3.6 17.2 16H2.8L10 3.6Z',
  file: 'M6 3h5.5L15 6.5V17H6V3ZM11.5 3v3.5H15',
  phone:
    'M6.8 3.2 8.6 7 6.9 8.6c.9 1.9 2.6 3.6 4.5 4.5L13 11.4l3.8 1.8v2.6c0 .8-.6 1.3-1.4 1.2C9.2 16.4 3.6 10.8 3 4.600c-.1-.8.4-1.4 1.2-1.4Z',
  hangUp: 'M2.5 12.500c4.6-4.6 10.4-4.6 15 0l-2 2.2-3-1.500v-2.300c-1.6-.5-3.4-.5-5 0v2.300l-3 1.5-2-2.200Z',
  mic: 'M10 3a2.3 2.3 0 0 0-2.3 2.300v4.400a2.3 2.3 0 0 0 4.6 0V5.300A2.3 2.3 0 0 0 10 3ZM5.2 9.700a4.8 4.8 0 0 0 9.6 0M10 14.500V17',
  micOff:
    'M10 3a2.3 2.3 0 0 0-2.3 2.300v4.400a2.3 2.3 0 0 0 4.6 0V5.300A2.3 2.3 0 0 0 10 3ZM5.2 9.700a4.8 4.8 0 0 0 9.6 0M10 14.500V17M3.5 3.500l13 13',
  again: 'M15.8 8.2A6.2 6.2 0 0 0 4.5 7.2M4.2 11.8a6.2 6.2 0 0 0 11.3 1M4.3 3.8v3.6h3.6M15.7 16.2v-3.6h-3.6',
} as const

export type IconName = keyof typeof paths

/** A line drawing beside text or in a named button; never the only sign of something. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="i" viewBox="0 0 20 20" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)

/** A square button that shows an icon and is named in words. */
export function IconButton(props: {
  name: IconName
  label: string
  onClick: () => void
  class?: string
  isExpanded?: boolean
}) {
  return (
    <button
      type="button"
      class={`ib ${props.class ?? ''}`}
      aria-label={props.label}
      title={props.label}
      aria-expanded={props.isExpanded}
      onClick={props.onClick}
    >
      <Icon name={props.name} />
    </button>
  )
}
