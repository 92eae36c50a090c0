import { foldEmail } from './email.ts'

/** Mail providers for everybody: their domain says nothing about a company. */
const publicProviders = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com gmx.de gmx.net
   web.de proton.me protonmail.com mail.ru yandex.ru ya.ru bk.ru list.ru inbox.ru rambler.ru wp.pl o2.pl onet.pl
   interia.pl gazeta.pl abv.bg mail.bg dir.bg`.split(/\s+/u),
)

/** The domain of a mail address, folded; empty when it has none. */
export const domainOf = (email: string): string => foldEmail(email).split('@')[1] ?? ''

const domainForm =
  /^(?=.{3,253}$)[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u

/** A domain as people type it: with @, www. or an address around it. */
export const normalDomain = (typed: string): string =>
  foldEmail(typed)
    .replace(/^[a-z]+:\/\//u, '')
    .replace(/^.*@/u, '')
    .replace(/[/?#:].*$/u, '')
    .replace(/^www\./u, '')
    .replace(/\.$/u, '')

/** Why people of this (normal) domain cannot all be of one company; null when they can. */
export function domainProblem(domain: string): 'form' | 'public' | null {
  if (!domainForm.test(domain)) return 'form'
  return publicProviders.has(domain) ? 'public' : null
}
