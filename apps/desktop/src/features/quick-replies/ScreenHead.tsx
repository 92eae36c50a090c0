import { languages } from '@care/contract/wire'
import { limits } from '@care/domain'
import Button from '@mui/material/Button'
import { Plus, Search } from 'lucide-react'
import { useEffect, useState, type ReactNode, type Ref } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { tableKeys } from '../../shared/keyboard/table-keys.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { MenuButton } from '../../shared/ui/MenuButton.tsx'
import { exportUrl, type Filter } from './api.ts'
import { languageName } from './language-name.ts'
import styles from './quick-replies.module.css'

interface ScreenHeadProps {
  ref: Ref<HTMLInputElement>
  filter: Filter
  groups: readonly string[]
  onFilter: (filter: Filter) => void
  onAdd: () => void
  onImport: () => void
}

const restMs = 150

/** Search, filters and what can be done with all of them. */
export function ScreenHead({ ref, filter, groups, onFilter, onAdd, onImport }: ScreenHeadProps): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  const isOffline = useIsOffline()
  const [typed, setTyped] = useState(filter.search ?? '')
  useEffect(() => {
    if (typed.trim() === (filter.search ?? '')) return
    const timer = setTimeout(() => onFilter({ ...filter, search: typed.trim() }), restMs)
    return () => clearTimeout(timer)
  }, [typed, filter, onFilter])
  const choose = (label: string, value: string, options: [string, string][], onChoose: (value: string) => Filter) => (
    <select
      className={styles.filter}
      aria-label={label}
      value={value}
      onChange={(event) => onFilter({ ...filter, ...onChoose(event.target.value) })}
    >
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  )
  const own: [string, string] = ['own', t('quickReplies.own')]
  const shared: [string, string] = ['shared', t('quickReplies.shared')]
  const byName = languages.map((one) => [one, languageName(t.language, one)]) satisfies [string, string][]
  return (
    <header className={styles.head}>
      <h1>{t('shell.quickReplies')}</h1>
      <div className={styles.search}>
        <Search size={16} aria-hidden="true" />
        <input
          ref={ref}
          type="search"
          value={typed}
          maxLength={limits.search}
          aria-label={t('quickReplies.search')}
          {...hints.props(tableKeys.keys.search[0])}
          placeholder={t('quickReplies.search')}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {choose(t('quickReplies.whose'), filter.scope ?? '', [['', t('quickReplies.all')], own, shared], (value) => ({
        scope: value === 'own' || value === 'shared' ? value : undefined,
      }))}
      {choose(
        t('quickReplies.group'),
        filter.group ?? '',
        [['', t('quickReplies.allGroups')], ...groups.map((one): [string, string] => [one, one])],
        (value) => ({ group: value || undefined }),
      )}
      {choose(
        t('quickReplies.languages'),
        filter.language ?? '',
        [['', t('quickReplies.allLanguages')], ...byName],
        (value) => ({ language: languages.find((one) => one === value) }),
      )}
      <span className={styles.actions}>
        <Button size="small" color="inherit" disabled={isOffline} onClick={onImport}>
          {t('quickReplies.import')}
        </Button>
        <MenuButton
          label={t('quickReplies.export')}
          choices={(['own', 'shared'] as const).flatMap((scope) =>
            (['csv', 'json'] as const).map((format) => ({
              key: `${scope}-${format}`,
              label: t('quickReplies.exportAs', {
                whose: scope === 'own' ? own[1] : shared[1],
                format: format.toUpperCase(),
              }),
              onChoose: () => location.assign(exportUrl(scope, format)),
            })),
          )}
          opener={(props) => (
            <Button size="small" color="inherit" disabled={isOffline} {...props}>
              {t('quickReplies.export')}
            </Button>
          )}
        />
        <Button variant="contained" size="small" startIcon={<Plus size={16} />} onClick={onAdd}>
          {t('quickReplies.add')}
        </Button>
      </span>
    </header>
  )
}
