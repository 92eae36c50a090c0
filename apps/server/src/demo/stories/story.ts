/** What customers of a shop for coffee machines write about. */
export const topics = ['delivery', 'wrongItem', 'giveBack', 'invoice', 'refund', 'leak', 'descale', 'advice'] as const
export type Topic = (typeof topics)[number]

/** One matter in sentences that fit together; `{machine}` and the like are filled in. */
export interface Story {
  title: readonly string[]
  /** The customer's first words. */
  open: readonly string[]
  ask: readonly string[]
  detail: readonly string[]
  solve: readonly string[]
}
export interface Phrases {
  hello: readonly string[]
  helloCustomer: readonly string[]
  customerBye: readonly string[]
  operatorBye: readonly string[]
  thanks: readonly string[]
  welcome: readonly string[]
  /** The operator reminds somebody who does not answer. */
  nudge: readonly string[]
  notPossible: readonly string[]
  sameMatter: readonly string[]
  callBack: string
  praise: readonly string[]
  blame: readonly string[]
  stories: Readonly<Record<Topic, Story>>
}
