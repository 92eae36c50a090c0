import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { Logo } from '../../shared/ui/Logo.tsx'
import { roleWord } from '../../shared/words/role.ts'
import { useSignIn, workspaceQuery } from './api.ts'
import styles from './auth.module.css'
import { SignInForm } from './SignInForm.tsx'

/** Signing in; a demo workspace offers its people with one click. */
export function SignInPage(): ReactNode {
  const t = useT()
  const workspace = useQuery(workspaceQuery).data
  useEffect(() => {
    document.title = `${t('auth.title')} · Care Desktop`
  }, [t])
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <header className={styles.head}>
          <Logo />
          <h1>{workspace?.name ? t('auth.titleTo', { name: workspace.name }) : t('auth.title')}</h1>
        </header>
        <SignInForm />
        {workspace?.needsSetup && <p className={styles.hint}>{t('auth.needsSetup')}</p>}
        {workspace?.isDemo && <DemoPeople people={workspace.demoPeople} />}
      </div>
    </main>
  )
}

type Person = {
  name: string
  email: string
  password: string
  role: 'operator' | 'dispatcher' | 'supervisor' | 'admin'
}

function DemoPeople({ people }: { people: Person[] }): ReactNode {
  const t = useT()
  const signIn = useSignIn()
  return (
    <section className={styles.people} aria-label={t('auth.demoPeople')}>
      <h2>{t('auth.demoPeople')}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              className={styles.person}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ email: person.email, password: person.password })}
            >
              <Avatar id={person.email} name={person.name} size={28} />
              <span>
                <b>{person.name}</b>
                <small>{person.email}</small>
              </span>
              <span className={styles.role}>{roleWord(t, person.role)}</span>
            </button>
          </li>
        ))}
      </ul>
      {signIn.isError && (
        <p className={styles.error} role="alert">
          {errorText(t, signIn.error)}
        </p>
      )}
    </section>
  )
}
