import { readFileSync, writeFileSync } from 'node:fs'
import { script } from '../src/entrypoints/command-line.ts'
import { exceeded, measure } from './figures.ts'
import { type LongCost, longBudget, longSizes, measureLong, timesOf } from './long.ts'
import { openingBudget } from './opening.ts'
import { longTable, planTable, requestTables, startTable, withPart } from './page.ts'
import { measurePlan, planBudget } from './plan.ts'
import { heavyBudget, measureHeavyStart, measureStart, startBudget } from './start.ts'

// npm run bench [-- --json] [-- --write]: what the product costs, on the embedded GitHub. `npm run build` first, for the
// start is that of dist/action.js. Ends with 1 if anything costs more than it may.

const { json, write } = script('npm run bench --', 'Measure what the product costs, on the embedded GitHub.')
  .option('--json', 'Print the figures as JSON.')
  .option('--write', 'Write the figures into docs/performance.md.')
  .addHelpText(
    'after',
    '\nRun `npm run build` first: the start is that of dist/. It ends with 1 if anything costs more than it may.\n\nDocumentation: docs/performance.md',
  )
  .parse()
  .opts<{ json?: true; write?: true }>()

const figures = await measure()
const plans = [10, 100].map(measurePlan)
const growth = (plans[1]?.milliseconds ?? 0) / (plans[0]?.milliseconds ?? 1)
const longs: LongCost[] = []
for (const events of longSizes) longs.push(await measureLong(events))
const lengths = timesOf(longs)
const start = measureStart()
const heavy = measureHeavyStart()
const over = [
  ...exceeded(figures, openingBudget),
  ...(growth > planBudget ? [`a plan of 100 steps to one of 10: ${growth.toFixed(1)}, not ${planBudget}`] : []),
  ...lengths
    .filter(({ times }) => times > longBudget)
    .map(({ name, times }) => `${name} of ten times the events: ${times.toFixed(1)}, not ${longBudget}`),
  ...(start > startBudget ? [`start of the bundle: ${start.toFixed(2)}, not ${startBudget}`] : []),
  ...(heavy > heavyBudget ? [`start of the heavy half: ${heavy.toFixed(2)}, not ${heavyBudget}`] : []),
]
if (json === true)
  process.stdout.write(`${JSON.stringify({ ...figures, plans, longs, start, heavy, over }, null, 2)}\n`)
else
  process.stdout.write(
    `${requestTables(figures)}\n${planTable(plans)}\n\n${longTable(longs)}\n\n${startTable(start, heavy)}\n`,
  )
if (write === true) {
  const file = 'docs/performance.md'
  const page = withPart(readFileSync(file, 'utf8'), 'requests', requestTables(figures))
  writeFileSync(file, withPart(page, 'start', startTable(start, heavy)))
}
for (const line of over) process.stderr.write(`over budget: ${line}\n`)
process.exitCode = over.length === 0 ? 0 : 1
