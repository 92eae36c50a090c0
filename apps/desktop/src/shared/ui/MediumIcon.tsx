import type { Medium } from '@care/domain'
import { FileText, Globe, Mail, MessageSquare, Phone, PhoneIncoming, Send } from 'lucide-react'
import type { ReactNode } from 'react'

const icons = {
  chat: MessageSquare,
  call: Phone,
  email: Mail,
  form: FileText,
  callback: PhoneIncoming,
  messenger: Send,
  portal: Globe,
} as const

/** The sign of a medium; decorative, the medium's name stands in text beside it or in the row's name. */
export function MediumIcon({ medium, size = 16 }: { medium: Medium; size?: number }): ReactNode {
  const Icon = icons[medium]
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" />
}
