import type { Locator, Page } from '@playwright/test'
import { write } from './write.ts'

/** The sign-in form: a page of its own, or the dialog over the desk when the session has ended. */
export interface SignIn {
  form: Locator
  email: Locator
  password: Locator
  submit: Locator
  as(email: string, password: string): Promise<void>
}

export function signInPage(page: Page): SignIn {
  const form = page.getByRole('form', { name: 'Sign in' })
  const email = form.getByLabel('Email')
  const password = form.getByLabel('Password')
  const submit = form.getByRole('button', { name: 'Sign in' })
  return {
    form,
    email,
    password,
    submit,
    as: async (who, secret) => {
      if (await email.isEditable()) await write(email, who)
      await write(password, secret)
      await submit.click()
    },
  }
}
