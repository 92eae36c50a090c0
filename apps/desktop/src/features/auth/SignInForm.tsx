import { limits } from '@care/domain'
import Button from '@mui/material/Button'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useSignIn } from './api.ts'
import styles from './auth.module.css'

/** Email and password; the password is cleared and focused again after a refusal. */
export function SignInForm({ email: known = '' }: { email?: string }): ReactNode {
  const t = useT()
  const signIn = useSignIn()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const passwordField = useRef<HTMLInputElement>(null)
  const errorId = useId()
  // In the dialog the person is known and only the password is wanted.
  useEffect(() => {
    if (known !== '') passwordField.current?.focus()
  }, [known])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (signIn.isPending) return
    signIn.mutate(
      { email: email.trim(), password },
      {
        onError: () => {
          setPassword('')
          passwordField.current?.focus()
        },
      },
    )
  }
  return (
    <form className={styles.form} aria-label={t('auth.title')} onSubmit={submit}>
      <label className={styles.label}>
        {t('auth.email')}
        <input
          className={styles.input}
          type="email"
          name="email"
          autoComplete="username"
          required
          maxLength={limits.email}
          readOnly={known !== ''}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <label className={styles.label}>
        {t('auth.password')}
        <input
          ref={passwordField}
          className={styles.input}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          maxLength={limits.password.max}
          aria-invalid={signIn.isError}
          aria-describedby={signIn.isError ? errorId : undefined}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {signIn.isError && (
        <p id={errorId} className={styles.error} role="alert">
          {errorText(t, signIn.error)}
        </p>
      )}
      <Button type="submit" variant="contained" disabled={signIn.isPending}>
        {t('auth.signIn')}
      </Button>
    </form>
  )
}
