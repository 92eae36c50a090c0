import { limits } from '@care/domain'
import Button from '@mui/material/Button'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Logo } from '../../shared/ui/Logo.tsx'
import { isApiError } from '@care/client'
import { useSetUp } from './api.ts'
import styles from './auth.module.css'

/** The first administrator, with the one-time link that the first start printed. */
export function SetupPage(): ReactNode {
  const t = useT()
  const setUp = useSetUp()
  const [, navigate] = useLocation()
  const [fields, setFields] = useState({ name: '', email: '', password: '' })
  const token = new URLSearchParams(location.search).get('token') ?? ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setUp.mutate({ token, ...fields }, { onSuccess: () => navigate('/', { replace: true }) })
  }
  const field = (name: keyof typeof fields) => ({
    className: styles.input,
    name,
    required: true,
    value: fields[name],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  })
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <header className={styles.head}>
          <Logo />
          <h1>{t('setUp.title')}</h1>
        </header>
        {token === '' ? (
          <p role="alert">{t('setUp.noToken')}</p>
        ) : (
          <form className={styles.form} aria-label={t('setUp.title')} onSubmit={submit}>
            <label className={styles.label}>
              {t('setUp.name')}
              <input autoComplete="name" maxLength={limits.customerName} {...field('name')} />
            </label>
            <label className={styles.label}>
              {t('auth.email')}
              <input type="email" autoComplete="username" maxLength={limits.email} {...field('email')} />
            </label>
            <label className={styles.label}>
              {t('auth.password')}
              <input
                type="password"
                autoComplete="new-password"
                minLength={limits.password.min}
                maxLength={limits.password.max}
                {...field('password')}
              />
              <span className={styles.hint}>{t('setUp.passwordHint', { n: limits.password.min })}</span>
            </label>
            {setUp.isError && (
              <p className={styles.error} role="alert">
                {isApiError(setUp.error) && setUp.error.code === 'FORBIDDEN'
                  ? t('setUp.tokenOver')
                  : errorText(t, setUp.error)}
              </p>
            )}
            <Button type="submit" variant="contained" disabled={setUp.isPending}>
              {t('setUp.button')}
            </Button>
          </form>
        )}
      </div>
    </main>
  )
}
