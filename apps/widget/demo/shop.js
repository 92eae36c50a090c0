const one = (selector, within = document) => within.querySelector(selector)

one('#order').addEventListener('submit', (event) => {
  event.preventDefault()
  one('[role=status]', event.target).textContent =
    'In your cart. This shop is only a demonstration, nothing is ordered.'
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
  one('.answers span', form).textContent = mail === null ? '' : `Answering “${mail.subject}”.`
  one('#letter-title').textContent = mail === null ? 'Write us a mail' : 'Answer'
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
  if (file && file.size > mostBytes) return 'The file is larger than 2 MB.'
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
  if (!response.ok) return 'The mail was not taken. Look at the address and the text, and try again.'
  for (const field of [fields.text, fields.subject, fields.file]) field.value = ''
  answer(null)
  return 'Sent. It waits in the desktop, in the queue “Orders and returns”.'
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  status.textContent = 'Sending…'
  status.textContent = await send().catch(() => 'There is no connection. Try again.')
})

function shown(mail) {
  const item = document.createElement('li')
  const title = document.createElement('b')
  title.textContent = mail.subject || '(no subject)'
  const from = document.createElement('small')
  const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(mail.at)
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
  reply.textContent = 'Reply'
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
