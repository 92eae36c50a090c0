import type { ReactNode, RefObject } from 'react'
import { onDemand } from '../ui/on-demand.tsx'

const Layer = onDemand(() => import('./MentionLayer.tsx').then((file) => file.MentionLayer))
const nothing = (): void => undefined

interface MentionsProps {
  field: RefObject<HTMLTextAreaElement | null>
  activityId: string
  text: string
  onChange: (text: string) => void
}

/** Mentions of colleagues in a field for comments; without an @ in it not even their code is fetched. */
export function Mentions(props: MentionsProps): ReactNode {
  return props.text.includes('@') ? <Layer key={props.activityId} {...props} onClose={nothing} /> : null
}
