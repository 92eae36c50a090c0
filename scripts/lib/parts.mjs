// The parts of the check. Each runs a tool, reads its machine-readable report and gives {passed, failed, skipped}.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, tool } from './node24.mjs'
import { resultsDir, root } from './paths.mjs'
import { run, toolEnv } from './run.mjs'

const minutes = (n) => n * 60_000
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

/** A part that is one yes or no: the exit code of a program. */
export const exitCode = (name, args) => ({
  name,
  run: async () => {
    const { code, output } = await run(node24(), args(), { timeoutMs: minutes(5) })
    return { ...one(code === 0), output }
  },
})

/** A part that is one yes or no: whether `work` throws. */
export const attempt = (name, work) => ({ name, run: async () => (await work(), { ...one(true), output: '' }) })

export const types = exitCode('types', () => [tool('typescript', { program: 'tsc' }), '-b'])
export const format = exitCode('format', () => [tool('oxfmt'), '--check', '.'])
export const lint = exitCode('lint', () => [tool('oxlint'), '--type-aware', '--deny-warnings'])
export const boundaries = exitCode('boundaries', () => ['scripts/check-boundaries.mjs'])

const reportFile = (name) => {
  mkdirSync(resultsDir, { recursive: true })
  const file = join(resultsDir, `${name.replaceAll(/\W+/g, '-')}.json`)
  rmSync(file, { force: true })
  return file
}
const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

/** Counts of a run, kept honest: no test at all, or a failure outside any test, is a failure. */
export function honest(counts, code, output, why = '') {
  const ran = counts.passed + counts.failed + counts.skipped
  if (ran === 0) return { ...counts, failed: 1, output: `${output}\nno test ran` }
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, output: `${output}\nexit code ${code} ${why}` }
  return { ...counts, output }
}

/** Some projects of vitest.config.ts. */
export const vitest = (name, projects, env = {}) => ({
  name,
  run: async () => {
    const file = reportFile(name)
    const args = [tool('vitest'), 'run', ...projects.flatMap((project) => ['--project', project])]
    args.push('--reporter=default', '--reporter=json', `--outputFile.json=${file}`)
    const { code, output } = await run(node24(), args, {
      env: toolEnv({ NO_COLOR: '1', ...env }),
      timeoutMs: minutes(35),
    })
    return honest(vitestCounts(readReport(file)), code, output)
  },
})

export function vitestCounts(report) {
  if (!report) return { passed: 0, failed: 0, skipped: 0 }
  const broken = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The browser tests of one project of e2e/playwright.config.ts; `within` puts the command line into another place. */
export const playwright = (name, project, env = {}, within = (command, args) => [command, args]) => ({
  name,
  run: async () => {
    const file = reportFile(name)
    const cwd = join(root, 'e2e')
    const args = [tool('@playwright/test', { from: cwd, program: 'playwright' }), 'test', `--project=${project}`]
    args.push('--output', join('test-results', project))
    const options = { cwd, env: toolEnv({ NO_COLOR: '1', CARE_E2E_JSON: file, ...env }), timeoutMs: minutes(40) }
    const { code, output } = await run(...within(node24(), args), options)
    const report = readReport(file)
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
    return honest({ passed: expected, failed: unexpected + flaky, skipped }, code, output, report?.errors?.[0]?.message)
  },
})

/** Runs one part; whatever stops it is a failure of that part. Its output is kept in test-results/. */
export async function runPart(part) {
  const since = performance.now()
  let result
  try {
    result = await part.run()
  } catch (error) {
    result = { passed: 0, failed: 1, skipped: 0, output: error?.message ?? String(error) }
  }
  mkdirSync(resultsDir, { recursive: true })
  const log = join(resultsDir, `${part.name.replaceAll(/\W+/g, '-')}.log`)
  writeFileSync(log, result.output)
  return { name: part.name, ...result, log, seconds: (performance.now() - since) / 1000 }
}
