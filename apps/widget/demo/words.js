import { bg } from './words/bg.js'
import { en } from './words/en.js'
import { pl } from './words/pl.js'
import { ru } from './words/ru.js'

// Words of the demo shop. A key of the page is `data-t`, or `data-t-label` where nobody sees it.
export const words = { en, ru, pl, bg }
export const names = { en: 'English', ru: 'Русский', pl: 'Polski', bg: 'Български' }

/** Where the choice is kept; the page of the customer who calls reads it too. */
export const languageKey = 'care-demo-language'
const kept = () => {
  try {
    return localStorage.getItem(languageKey)
  } catch {
    return null
  }
}
const wanted = [kept(), ...navigator.languages].map((tag) => String(tag).toLowerCase().split('-')[0])
/** The one that was chosen, else the browser's, else English. */
export const language = wanted.find((tag) => Object.hasOwn(words, tag)) ?? 'en'
/** For dates and prices: English is written the British way, as in the product. */
export const tag = language === 'en' ? 'en-GB' : language
export const t = (key, values = {}) => words[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name])
