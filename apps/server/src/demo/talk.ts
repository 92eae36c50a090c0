import type { Medium } from '@care/domain'
import type { Agent } from './workspace.ts'
import type { DemoCustomer } from './customers.ts'
import type { Random } from './random.ts'
import { phrases } from './stories/index.ts'
import type { Story, Topic } from './stories/story.ts'

export type Ending = 'solved' | 'notSolved' | 'noAnswer' | 'noActivity' | 'duplicate'
export interface Line {
  by: 'customer' | 'operator'
  text: string
}
/** What is said about one matter, in order; formatted for its medium only when it is placed in one. */
export interface Talk {
  title: string
  lines: readonly Line[]
}
const machines = ['Brewhaus One', 'Brewhaus Duo', 'Barista 300', 'Crema Pro 2', 'Piccolo S']

/** The sentences of one matter in the customer's language, with names and numbers filled in. */
export function makeTalk(random: Random, customer: DemoCustomer, topic: Topic, ending: Ending): Talk {
  const words = phrases[customer.language]
  const story = words.stories[topic]
  const variant = random.between(0, story.title.length - 1)
  const values = valuesOf(random, customer)
  const say = (part: keyof Story): string => fill(story[part][variant] ?? '', values)
  const customerSays = (text: string): Line => ({ by: 'customer', text })
  const operatorSays = (text: string): Line => ({ by: 'operator', text })
  const start = [customerSays(say('open')), operatorSays(say('ask'))]
  const lines: Record<Ending, () => Line[]> = {
    solved: () => [
      ...start,
      customerSays(say('detail')),
      operatorSays(say('solve')),
      ...(random.chance(0.8)
        ? [customerSays(random.pick(words.thanks)), operatorSays(random.pick(words.welcome))]
        : []),
    ],
    notSolved: () => [...start, customerSays(say('detail')), operatorSays(random.pick(words.notPossible))],
    noAnswer: () => [...start, operatorSays(random.pick(words.nudge))],
    noActivity: () => start,
    duplicate: () => [customerSays(say('open')), operatorSays(random.pick(words.sameMatter))],
  }
  return { title: say('title'), lines: lines[ending]() }
}

function valuesOf(random: Random, customer: DemoCustomer): Record<string, string> {
  return {
    machine: random.pick(machines),
    order: `BH-${random.between(10_200, 19_900)}`,
    sum: `${random.between(12, 890)},${random.pick(['00', '50', '90', '99'])} €`,
    days: String(random.between(6, 24)),
    city: customer.city,
    name: customer.name,
    first: customer.firstName,
  }
}

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A line as it is written in this medium: letters have a greeting and a signature, chats have neither. */
export function written(
  random: Random,
  medium: Medium,
  line: Line,
  place: number,
  customer: DemoCustomer,
  agent: Agent,
): string {
  const words = phrases[customer.language]
  const values = { name: customer.name, first: customer.firstName, operator: agent.name }
  const hello = fill(random.pick(line.by === 'customer' ? words.hello : words.helloCustomer), values)
  const text = capital(line.text)
  if (medium === 'chat' || medium === 'messenger') return place < 2 ? `${hello.replace(/,$/, '!')} ${text}` : text
  const bye = fill(random.pick(line.by === 'customer' ? words.customerBye : words.operatorBye), values)
  return `${hello}\n\n${text}\n\n${bye}`
}
