import { languages } from '@care/contract/wire'
import type { Language } from '@care/i18n/core'
import { useColorScheme } from '@mui/material/styles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Keyboard, LogOut, Monitor, Moon, PenLine, SlidersHorizontal, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/client.ts'
import { meQuery, useMe } from '../shared/entities/me.ts'
import { errorText } from '../shared/error-text.ts'
import { rememberLanguage, useT } from '../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../shared/keyboard/hints.ts'
import { MenuButton, type MenuChoice } from '../shared/ui/MenuButton.tsx'
import { showToast } from '../shared/ui/toast.tsx'
import { languageNames } from '../shared/words/language-names.ts'
import { showDialog } from './open-dialog.ts'
import { pages, settingsPages } from './pages.ts'

interface SettingsMenuProps {
  className?: string | undefined
  onSignOut: () => void
  /** Where the rail has no place for its own button. */
  onShortcuts?: () => void
  children?: ReactNode
}

const menuPages = pages.filter((page) => 'inMenu' in page)

/** Own settings: look, language, notifications, signing out. */
export function SettingsMenu({ className, onSignOut, onShortcuts, children }: SettingsMenuProps): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  const client = useQueryClient()
  const me = useMe()
  const [, navigate] = useLocation()
  const { mode, setMode } = useColorScheme()
  const changeLanguage = useMutation({
    mutationFn: (language: Language) => call('changeMe', { body: { language } }),
    onSuccess: (me) => {
      rememberLanguage(me.language)
      client.setQueryData(meQuery.queryKey, me)
    },
    onError: (error) => showToast(errorText(t, error)),
  })
  const looks = [
    ['system', t('shell.lookSystem'), <Monitor key="m" size={14} />],
    ['light', t('shell.lookLight'), <Sun key="s" size={14} />],
    ['dark', t('shell.lookDark'), <Moon key="d" size={14} />],
  ] as const
  // The rail has its own buttons for them.
  const screens = onShortcuts ? menuPages : []
  const choices: MenuChoice[] = [
    ...screens.map(({ id, path, icon: Icon, word }) => ({
      key: id,
      label: t(word),
      icon: <Icon size={14} />,
      onChoose: () => navigate(path),
    })),
    ...looks.map(([key, label, icon], i) => ({
      key,
      label,
      icon,
      isChosen: mode === key,
      onChoose: () => setMode(key),
      ...(i === 0 ? { startsGroup: screens.length > 0, groupTitle: t('shell.look') } : {}),
    })),
    ...languages.map((language, i) => ({
      key: language,
      label: <span lang={language}>{languageNames[language]}</span>,
      text: languageNames[language],
      isChosen: t.language === language,
      onChoose: () => changeLanguage.mutate(language),
      ...(i === 0 ? { startsGroup: true, groupTitle: t('shell.language') } : {}),
    })),
  ]
  if (onShortcuts)
    choices.push({
      key: 'keys',
      startsGroup: true,
      label: t('shell.keyboardShortcuts'),
      icon: <Keyboard size={14} />,
      onChoose: onShortcuts,
    })
  const pages = settingsPages.filter(({ permission }) => permission === null || me?.permissions.includes(permission))
  for (const [i, { id, path, icon: Icon, word }] of pages.entries())
    choices.push({
      key: id,
      startsGroup: i === 0,
      label: t(word),
      icon: <Icon size={14} />,
      onChoose: () => navigate(path),
    })
  choices.push({
    key: 'signature',
    startsGroup: true,
    label: t('shell.mailSignature'),
    icon: <PenLine size={14} />,
    onChoose: () => showDialog({ kind: 'signature' }),
  })
  choices.push({
    key: 'out',
    startsGroup: true,
    label: t('auth.signOut'),
    icon: <LogOut size={14} />,
    onChoose: onSignOut,
  })
  return (
    <MenuButton
      id="settings"
      label={t('shell.settings')}
      // Both the rail's and the bar's are there; one speaks for them.
      isCommand={!onShortcuts}
      choices={choices}
      opener={(props) => (
        <button
          type="button"
          className={className}
          title={hints.title(t('shell.settings'), 'g ,')}
          {...hints.props('g ,')}
          {...props}
        >
          <SlidersHorizontal size={20} strokeWidth={1.75} aria-hidden="true" />
          {children}
        </button>
      )}
    />
  )
}
