import { useEffect, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useTransferAnswer } from './answers.ts'

const words = {
  declined: 'transfer.declined',
  missed: 'transfer.missed',
  assigned: 'transfer.assigned',
} as const

/** Says when a colleague did not take a task over: it is still one's own. And who has given one a task. */
export function TransferAnswers(): ReactNode {
  const t = useT()
  const answer = useTransferAnswer((state) => state.answer)
  useEffect(() => {
    if (!answer) return
    showToast(t(words[answer.reason], { name: answer.name }))
    useTransferAnswer.setState({ answer: null })
  }, [answer, t])
  return null
}
