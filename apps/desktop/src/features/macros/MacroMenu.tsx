import { isApiError } from '@care/client'
import type { DesktopT } from '@care/i18n/desktop'
import { Workflow } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { MenuButton } from '../../shared/ui/MenuButton.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { useApplyMacro, useMacros } from './api.ts'

interface MacroMenuProps {
  requestId: string
  /** The talk that is open: a reply goes into its draft. */
  activityId: string | null
}

/** What can be done to the open request in one click (row A7). */
export function MacroMenu({ requestId, activityId }: MacroMenuProps): ReactNode {
  const t = useT()
  const [, navigate] = useLocation()
  const isOffline = useIsOffline()
  const macros = useMacros().data ?? []
  const apply = useApplyMacro(requestId, activityId)
  return (
    <MenuButton
      label={t('macros.apply')}
      id="macros"
      opener={({ 'aria-label': label, ...opener }) => (
        <IconAction label={label} disabled={isOffline || apply.isPending} {...opener}>
          <Workflow size={14} aria-hidden="true" />
        </IconAction>
      )}
      choices={[
        ...macros.map((macro) => ({
          key: macro.id,
          label: macro.name,
          isDisabled: macro.broken.length > 0,
          ...(macro.broken.length > 0 ? { hint: <small>{t('macros.brokenShort')}</small> } : {}),
          onChoose: () => apply.mutate(macro, { onError: (error) => showToast(refusal(t, error)) }),
        })),
        {
          key: 'manage',
          label: t('macros.manage'),
          startsGroup: macros.length > 0,
          onChoose: () => navigate('/settings/macros'),
        },
      ]}
    />
  )
}

/** Why nothing was done. */
function refusal(t: DesktopT, error: Error): string {
  if (!isApiError(error)) return errorText(t, error)
  if (error.details.problem === 'MACRO_BROKEN') return t('macros.refusedBroken')
  if (error.code === 'FIELDS_REQUIRED' && Array.isArray(error.details.fields)) {
    const fields = error.details.fields as Array<{ name: Parameters<typeof localName>[0] }>
    return t('bulk.reasons.fields', { fields: fields.map(({ name }) => localName(name, t.language)).join(', ') })
  }
  if (error.code === 'NOT_ALLOWED_NOW' && typeof error.details.to === 'string') return t('bulk.reasons.noWay')
  return errorText(t, error)
}
