import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canMove, defaultWorkflow, firstStageOf, stageCategories } from './lifecycle.ts'
import { workflowProblems } from './workflow-problems.ts'
import type { Stage, StageCategory, Workflow } from './lifecycle.ts'

const stage = (key: string, category: StageCategory): Stage => ({
  key,
  category,
  name: { en: key, ru: key, pl: key, bg: key },
})

const route = (stages: readonly Stage[], ...moves: string[]): Workflow => ({
  stages,
  transitions: moves.map((move) => {
    const [from = '', to = ''] = move.split('>')
    return { from, to }
  }),
})

const n = stage('n', 'new')
const a = stage('a', 'active')
const c = stage('c', 'closed')

test.each<[string, Workflow, string[]]>([
  ['the default one', defaultWorkflow, []],
  ['the smallest one', route([n, c], 'n>c'), []],
  ['no stage', route([]), ['NO_STAGES']],
  ['no new stage', route([a, c], 'a>c'), ['NO_NEW_STAGE']],
  ['no closed stage', route([n, a], 'n>a', 'a>n'), ['NO_CLOSED_STAGE']],
  ['a key twice', route([n, c, c], 'n>c'), ['DUPLICATE_STAGE:c']],
  ['a transition to nowhere', route([n, c], 'n>c', 'n>x', 'y>c'), ['UNKNOWN_STAGE:x', 'UNKNOWN_STAGE:y']],
  ['a stage nobody reaches', route([n, a, c], 'n>c', 'a>c'), ['UNREACHABLE:a']],
  ['a stage without an end', route([n, a, c], 'n>a', 'n>c'), ['NO_WAY_TO_CLOSED:a']],
  [
    'closed only from elsewhere',
    route([n, a, c], 'n>a', 'a>n'),
    ['UNREACHABLE:c', 'NO_WAY_TO_CLOSED:n', 'NO_WAY_TO_CLOSED:a'],
  ],
])('%s', (_name, workflow, problems) => {
  expect(workflowProblems(workflow)).toEqual(problems)
})

const anyWorkflow = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.record({
    stages: fc
      .array(fc.constantFrom(...stageCategories), { minLength: size, maxLength: size })
      .map((categories) => categories.map((category, i) => stage(`s${i}`, category))),
    transitions: fc.array(
      fc.record({ from: fc.nat({ max: size - 1 }), to: fc.nat({ max: size - 1 }) }).map((t) => ({
        from: `s${t.from}`,
        to: `s${t.to}`,
      })),
      { maxLength: size * size },
    ),
  }),
)

/** Steps counted by canMove alone, as a person clicking would. */
function walk(w: Workflow, from: string): Set<string> {
  const seen = new Set([from])
  for (const here of seen) for (const next of w.stages) if (canMove(w, here, next.key)) seen.add(next.key)
  return seen
}

test('no problems exactly when every stage is reached from the start and closed from every stage', () => {
  let sound = 0
  fc.assert(
    fc.property(anyWorkflow, (w) => {
      const start = firstStageOf(w, 'new')
      const reachesAll = start !== undefined && walk(w, start.key).size === w.stages.length
      const canEnd = (s: Stage): boolean => w.stages.some((t) => t.category === 'closed' && walk(w, s.key).has(t.key))
      const isSound = reachesAll && w.stages.every(canEnd)
      expect(workflowProblems(w).length === 0).toBe(isSound)
      if (isSound) sound += 1
    }),
    { numRuns: 2000 },
  )
  expect(sound).toBeGreaterThan(20)
})
