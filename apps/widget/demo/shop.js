import { language, languageKey, names, t, tag, words } from './words.js'

const one = (selector, within = document) => within.querySelector(selector)

document.documentElement.lang = language
one('script[data-site]').dataset.language = language
for (const part of document.querySelectorAll('[data-t]')) part.textContent = t(part.dataset.t)
for (const part of document.querySelectorAll('[data-t-label]')) part.setAttribute('aria-label', t(part.dataset.tLabel))
const euros = new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' })
for (const part of document.querySelectorAll('[data-price]')) part.textContent = euros.format(part.dataset.price)

// The widget speaks the page's language from its start, so another one begins the page anew.
const chooser = one('.language')
chooser.replaceChildren(...Object.keys(words).map((key) => new Option(names[key], key, false, key === language)))
chooser.addEventListener('change', () => {
  localStorage.setItem(languageKey, chooser.value)
  location.reload()
})

one('#order').addEventListener('submit', (event) => {
  event.preventDefault()
  one('[role=status]', event.target).textContent = t('bought')
})

// The customer's mail program: what is written here goes by SMTP to the product, what the product sends comes back.
const form = one('#letter')
const fields = form.elements
const status = one('[role=status]', form)
const pollMs = 4_000
const mostBytes = 2 * 1024 * 1024
let answered = null

function answer(mail) {
  answered = mail
  one('.answers', form).hidden = mail === null
  one('.subject', form).hidden = mail !== null
  one('.answers span', form).textContent = mail === null ? '' : t('answering', { subject: mail.subject })
  one('#letter-title').textContent = t(mail === null ? 'mailWrite' : 'answer')
  status.textContent = ''
  fields.text.focus()
}
one('.answers .link', form).addEventListener('click', () => answer(null))

const inBase64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

async function send() {
  const [file] = fields.file.files
  if (file && file.size > mostBytes) return t('tooLarge')
  const letter = {
    name: fields.name.value,
    address: fields.address.value,
    subject: fields.subject.value,
    text: fields.text.value,
    answers: answered?.id ?? null,
    file: file && file.size > 0 ? { name: file.name.slice(-120), content: await inBase64(file) } : null,
  }
  const response = await fetch('/demo/mail', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(letter),
  })
  if (!response.ok) return t('notTaken')
  for (const field of [fields.text, fields.subject, fields.file]) field.value = ''
  answer(null)
  return t('sent')
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  status.textContent = t('sending')
  status.textContent = await send().catch(() => t('offline'))
})

function shown(mail) {
  const item = document.createElement('li')
  const title = document.createElement('b')
  title.textContent = mail.subject || t('noSubject')
  const from = document.createElement('small')
  const when = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(mail.at)
  from.textContent = [`${mail.from}, ${when}`, ...mail.files].join(' · ')
  const body = document.createElement(mail.html === null ? 'pre' : 'iframe')
  if (mail.html === null) body.textContent = mail.text
  else {
    // Nothing in it runs, and nothing of it reaches this page.
    body.setAttribute('sandbox', '')
    body.title = mail.subject
    body.srcdoc = mail.html
  }
  const reply = document.createElement('button')
  reply.type = 'button'
  reply.textContent = t('reply')
  reply.addEventListener('click', () => answer(mail))
  item.append(title, from, body, reply)
  return item
}

const box = one('.box')
let drawn = ''
async function look() {
  const address = fields.address.value
  one('.address').textContent = address
  if (document.hidden || !fields.address.checkValidity()) return
  const response = await fetch(`/demo/mail?address=${encodeURIComponent(address)}`)
  if (!response.ok) return
  const { items } = await response.json()
  const key = [address, ...items.map(({ id }) => id)].join('\n')
  if (key === drawn) return
  drawn = key
  one('.none').hidden = items.length > 0
  box.replaceChildren(...items.map(shown))
}
const lookAgain = () => void look().catch(() => undefined)
fields.address.addEventListener('change', lookAgain)
document.addEventListener('visibilitychange', lookAgain)
setInterval(lookAgain, pollMs)
lookAgain()
