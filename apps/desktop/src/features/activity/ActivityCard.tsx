import type { ActivityDetails } from '@care/contract'
import { useRef, useState, type ReactNode } from 'react'
import { FieldConflicts } from '../../shared/edit/FieldConflicts.tsx'
import { useActivityTags } from '../../shared/edit/useActivityTags.ts'
import { useKnownTags } from '../../shared/entities/known-tags.ts'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { Chip } from '../../shared/ui/marks.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { PropGrid, PropText } from '../../shared/ui/PropGrid.tsx'
import { TagEditor } from '../../shared/ui/TagEditor.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { showDetails } from '../../shared/workspace/layout.ts'
import styles from './activity.module.css'
import { tagKeys } from './tag-keys.ts'

/** Medium, state, operator, source, skills needed and tags of one activity. */
export function ActivityCard({ activity }: { activity: ActivityDetails }): ReactNode {
  const t = useT()
  const me = useMe()
  const { tags, save, isPending, error, edits } = useActivityTags(activity)
  const [typed, setTyped] = useState('')
  const known = useKnownTags(typed)
  const tagRow = useRef<HTMLDivElement>(null)
  const canTag = activity.abilities.tag
  useShortcuts(tagKeys, {
    tag:
      canTag &&
      (() => {
        showDetails()
        // The column may only just become visible, and its section unfold.
        requestAnimationFrame(() => tagRow.current?.querySelector<HTMLElement>('[data-add-tag]')?.click())
      }),
  })
  const say = (value: unknown): string =>
    Array.isArray(value) && value.length > 0 ? value.join(', ') : t('activity.noTags')
  const operator =
    activity.operator?.id === me?.id ? t('common.you') : (activity.operator?.name ?? t('activity.nobody'))
  const facts = [
    { label: t('activity.operator'), value: operator, isEmpty: activity.operator === null },
    ...(activity.outcome === null
      ? []
      : [{ label: t('request.outcome'), value: localName(activity.outcome.name, t.language) }]),
    ...(activity.source === '' ? [] : [{ label: t('activity.source'), value: activity.source }]),
    ...(activity.skills.length === 0 ? [] : [{ label: t('activity.skillsNeeded'), value: activity.skills.join(', ') }]),
  ]
  return (
    <>
      <div ref={tagRow}>
        <TagEditor
          tags={tags}
          onChange={save}
          suggestions={known}
          onType={setTyped}
          isReadOnly={!canTag}
          isPending={isPending}
        >
          <span className={styles.medium}>
            <MediumIcon medium={activity.medium} size={14} />
            {t(`activity.media.${activity.medium}`)}
          </span>
          {activity.state !== 'active' && <Chip>{t(`activity.states.${activity.state}`)}</Chip>}
        </TagEditor>
      </div>
      {error !== null && (
        <p role="alert" className={styles.problem}>
          {error}
        </p>
      )}
      <PropGrid>
        <FieldConflicts edits={edits} fields={{ tags: { label: t('activity.tags'), say } }} />
        {facts.map((fact) => (
          <PropText key={fact.label} {...fact} />
        ))}
      </PropGrid>
    </>
  )
}
