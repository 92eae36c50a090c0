import type { Site } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { type Overtaken, overtakenOf, useDraft } from '../../shared/edit/useDraft.ts'
import { locationsQuery, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { SettingsDialog } from '../../shared/ui/SettingsDialog.tsx'
import { languageNames } from '../../shared/words/language-names.ts'
import { type SiteFields, useSaveSite } from './api.ts'
import { draftOf, isColour, type SiteDraft, typed } from './draft.ts'
import { readOrigins } from './origins.ts'
import { SiteInputs } from './SiteInputs.tsx'

/** Name, pages, queue, looks, and what the widget offers there. */
export function SiteDialog({ site, onClose }: { site: Site | null; onClose: () => void }): ReactNode {
  const t = useT()
  const save = useSaveSite()
  const form = useDraft(draftOf(site), site?.version ?? 0)
  const say = useFieldWords()
  const [hasTried, setHasTried] = useState(false)
  const [areSkillsWrong, setAreSkillsWrong] = useState(false)
  const { draft } = form
  const origins = readOrigins(draft.allowedOrigins)
  const theirs = overtakenOf<SiteFields>(save.error)
  const overtaken: Overtaken<SiteDraft> | null = theirs && { ...theirs, current: typed(theirs.current) }
  const isIncomplete = draft.name.trim() === '' || draft.queueId === '' || !isColour(draft.colour) || areSkillsWrong
  const submit = (): void => {
    setHasTried(true)
    if (isIncomplete || origins === null || save.isPending) return
    const onSuccess = onClose
    if (site === null) return save.mutate({ known: null, fields: { ...draft, allowedOrigins: origins } }, { onSuccess })
    const { allowedOrigins, ...rest } = form.patch
    const fields = { ...rest, ...(allowedOrigins === undefined ? {} : { allowedOrigins: origins }) }
    if (Object.keys(fields).length === 0) return onClose()
    save.mutate({ known: { id: site.id, version: form.version }, fields }, { onSuccess })
  }
  return (
    <SettingsDialog
      title={site ? t('sites.edit', { name: site.name }) : t('sites.add')}
      form={form}
      overtaken={overtaken}
      save={save}
      say={say}
      onSubmit={submit}
      onClose={onClose}
    >
      <SiteInputs
        draft={draft}
        change={form.change}
        hasTried={hasTried}
        isOriginWrong={origins === null}
        onSkills={setAreSkillsWrong}
      />
    </SettingsDialog>
  )
}

/** What a field is called and how its value is said: names instead of ids. */
function useFieldWords(): (field: keyof SiteDraft, value: unknown) => string {
  const t = useT()
  const queues = useQuery(queuesQuery).data
  const locations = useQuery(locationsQuery).data
  const named = (list: readonly { id: string; name: string }[] | undefined, id: unknown): string =>
    list?.find((one) => one.id === id)?.name ?? ''
  const textOf = (field: keyof SiteDraft, value: unknown): string => {
    if (field === 'queueId') return named(queues, value)
    if (field === 'locationId') return named(locations, value)
    if (field === 'language') return languageNames[value as SiteDraft['language']]
    if (typeof value === 'boolean') return t(value ? 'ownFields.yes' : 'ownFields.no')
    return Array.isArray(value) ? value.join(', ') : String(value)
  }
  return (field, value) => `${t(`sites.${field}`)}: ${textOf(field, value) || t('common.empty')}`
}
