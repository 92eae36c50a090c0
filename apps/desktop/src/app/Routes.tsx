import { useQuery } from '@tanstack/react-query'
import { isApiError } from '@care/client'
import { useState, type ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { SignInPage } from '../features/auth/SignInPage.tsx'
import { meQuery } from '../shared/entities/me.ts'
import { I18nProvider, preferredLanguage } from '../shared/i18n/I18nProvider.tsx'
import { onDemand } from '../shared/ui/on-demand.tsx'
import { CannotStart } from './CannotStart.tsx'
import { Desk } from './Desk.tsx'

const SetupPage = onDemand(() => import('../features/auth/SetupPage.tsx').then((file) => file.SetupPage))

/** Setup is public; everything else is the desk, or the sign-in page until somebody is signed in. */
export function Routes(): ReactNode {
  const me = useQuery(meQuery)
  // Words load beside the question who is here; only a language of his own makes a second load.
  return (
    <I18nProvider language={preferredLanguage(me.data?.language)}>
      <Switch>
        <Route path="/setup">
          <Setup />
        </Route>
        <Route>
          {me.data ? <Desk key={me.data.id} /> : <BeforeDesk error={me.error} onRetry={() => void me.refetch()} />}
        </Route>
      </Switch>
    </I18nProvider>
  )
}

function Setup(): ReactNode {
  const [hasFailed, setHasFailed] = useState(false)
  if (hasFailed) return <CannotStart onRetry={() => setHasFailed(false)} />
  return <SetupPage onClose={() => setHasFailed(true)} />
}

function BeforeDesk({ error, onRetry }: { error: Error | null; onRetry: () => void }): ReactNode {
  if (!error) return null
  return isApiError(error) && error.code === 'NOT_SIGNED_IN' ? <SignInPage /> : <CannotStart onRetry={onRetry} />
}
