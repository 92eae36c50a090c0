import type { Deal } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { dealStagesQuery } from '../../../shared/entities/follow-ups.ts'
import { useMe } from '../../../shared/entities/me.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { dealQuery, useSaveDeal } from '../api.ts'
import { FollowUpDialog, type FollowUpDialogProps, type OpenedProps } from '../FollowUpDialog.tsx'
import { FollowUpForm } from '../FollowUpForm.tsx'
import { DealFields } from './DealFields.tsx'
import { formOf, newDealOf, patchOf, problemsOf, rememberCurrency } from './form.ts'

/** Makes a deal or changes one (row J7). */
export function DealDialog(props: FollowUpDialogProps): ReactNode {
  const t = useT()
  const deal = useQuery({ ...dealQuery(props.id ?? ''), enabled: props.id !== null })
  const stages = useQuery(dealStagesQuery)
  const onRetry = (): void => {
    void stages.refetch()
    if (props.id !== null) void deal.refetch()
  }
  const hasStages = stages.data?.[0] !== undefined
  return (
    <FollowUpDialog
      {...props}
      title={t(props.id === null ? 'followUps.addDeal' : 'followUps.editDeal')}
      row={!hasStages ? undefined : props.id === null ? null : deal.data}
      problem={deal.isError || stages.isError ? { title: t('followUps.dealsDidNotLoad'), onRetry } : null}
      Form={Form}
    />
  )
}

function Form(opened: OpenedProps<Deal>): ReactNode {
  const t = useT()
  const me = useMe()
  const { id, row } = opened
  const firstStage = useQuery(dealStagesQuery).data?.[0]?.key ?? ''
  const [form, setForm] = useState(() => formOf(row, me?.id ?? '', firstStage))
  const problems = problemsOf(form, t)
  const owner = row ? { owner: row.owner } : {}
  return (
    <FollowUpForm
      opened={opened}
      save={useSaveDeal()}
      reload={(client) => client.fetchQuery({ ...dealQuery(id ?? ''), staleTime: 0 })}
      hasProblems={Object.keys(problems).length > 0}
      newOf={(customerId, requestId) => newDealOf(form, customerId, requestId)}
      patchOf={(deal) => patchOf(form, deal)}
      // Only the step to another stage is taken back as a whole.
      isUndoable={(patch) => Object.keys(patch).join() === 'stage'}
      onMade={({ currency }) => rememberCurrency(currency)}
    >
      {(fields) => <DealFields form={form} problems={problems} {...fields} {...owner} onChange={setForm} />}
    </FollowUpForm>
  )
}
