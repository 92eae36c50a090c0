import { minorDigits } from '@care/domain/follow-ups'
import { tagOf, type Language } from '@care/i18n/core'

const made = new Map<string, Intl.NumberFormat>()

/** An amount in minor units the way the reader writes money: '€1,200.50', '1 200,50 €'. */
export function moneyText(amount: number, currency: string, language: Language): string {
  const key = `${language} ${currency}`
  const format = made.get(key) ?? new Intl.NumberFormat(tagOf(language), { style: 'currency', currency })
  made.set(key, format)
  return format.format(amount / 10 ** minorDigits(currency))
}
