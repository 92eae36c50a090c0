import { useEffect, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useTransferAnswer } from './answers.ts'

/** Says when a colleague did not take a task over: it is still one's own. */
export function TransferAnswers(): ReactNode {
  const t = useT()
  const answer = useTransferAnswer((state) => state.answer)
  useEffect(() => {
    if (!answer) return
    showToast(t(answer.reason === 'declined' ? 'transfer.declined' : 'transfer.missed', { name: answer.name }))
    useTransferAnswer.setState({ answer: null })
  }, [answer, t])
  return null
}
