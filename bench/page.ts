import { type Figure, type Figures, sizes, stepCounts } from './figures.ts'
import { type LongCost, longBudget, timesOf } from './long.ts'
import type { Sent } from './meter.ts'
import { openingBudget } from './opening.ts'
import { type PlanCost, planBudget } from './plan.ts'
import { heavyBudget, startBudget } from './start.ts'

// The tables of docs/performance.md, which are also what `npm run bench` prints.

type Row = readonly (string | number)[]

const table = (head: Row, rows: readonly Row[]): string => {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`
  return [line(head), `|${head.map((_, index) => (index === 0 ? '---' : '--:')).join('|')}|`, ...rows.map(line)].join(
    '\n',
  )
}

const promised = (budget: number | null): string | number => budget ?? '–'

/** Requests. The same each time. */
export const requestTables = ({ openings, figures, chat, resyncs }: Figures): string => {
  const first = openings[0]?.sent ?? []
  return `**Opening an incident**, from the labelled issue until nothing is left to do:

${table(
  ['steps', 'requests', 'budget', 'points', 'assigned at creation', 'dependencies'],
  openings.map(({ steps, runs, waits, points, made }) => [
    made.steps,
    `${runs.join(' + ')}${waits === 0 ? '' : `, with ${waits === 1 ? 'a wait' : `${waits} waits`} for GitHub’s limit`}`,
    steps === 14 ? openingBudget : '–',
    points,
    made.assigned,
    made.dependencies,
  ]),
)}

The requests of the first, with their aliases:

${first.map((sent, index) => `${index + 1}. ${fieldsOf(sent)}`).join('\n')}

**What happens on an open incident**, at so many comments on it and its steps, up to 90 of them new:

${table(
  [
    'requests',
    ...stepCounts.flatMap(steps => sizes.map(size => `${steps} steps, ${size.toLocaleString('en')}`)),
    'budget',
    'points',
  ],
  namesOf(figures).map(name => rowOf(figures.filter(figure => figure.name === name))),
)}

**Comments without commands** on an incident of 14 steps that had 500 comments before, in requests:

${table(
  ['new since the last record', 'a command', 'a resync', 'the next', '15 min later', 'the next'],
  chat.map(({ name, command, looks }) => [name, command, ...looks]),
)}

**A resync** over incidents with nothing to do:

${table(
  ['incidents', 'each read whole', 'passed over by the App'],
  resyncs.map(({ incidents, whole, passed }) => [incidents, whole, passed]),
)}
`
}

const namesOf = (figures: readonly Figure[]): readonly string[] => [...new Set(figures.map(({ name }) => name))]

const rowOf = (figures: readonly Figure[]): Row => [
  figures[0]?.name ?? '',
  ...figures.map(({ requests }) => requests),
  promised(figures[0]?.budget ?? null),
  Math.max(...figures.map(({ points }) => points)),
]

const fieldsOf = ({ fields, writes }: Sent): string => {
  if (!writes) return 'the read'
  const counts = Map.groupBy(fields, field => field)
  return [...counts]
    .map(([field, all]) => (all.length === 1 ? `\`${field}\`` : `${all.length} \`${field}\``))
    .join(', ')
}

/** CPU time, and the ratio of the two: they differ a little each time. */
export const planTable = (plans: readonly PlanCost[]): string => {
  const [few, many] = plans.map(({ milliseconds }) => milliseconds)
  return `**Drawing a plan** with a command to be answered, in milliseconds of CPU time:

${table(['', ...plans.map(({ steps }) => `${steps} steps`), 'ratio', 'budget'], [['`plan`', ...plans.map(({ milliseconds }) => milliseconds.toFixed(2)), ((many ?? 0) / (few ?? 1)).toFixed(1), planBudget]])}`
}

/** CPU time without the embedded GitHub's, and the ratio: they differ a little each time. */
export const longTable = (longs: readonly LongCost[]): string => {
  const times = timesOf(longs).map(one => one.times.toFixed(1))
  const row = (name: string, of: (one: LongCost) => number, place: number): Row => [
    name,
    ...longs.map(one => of(one).toFixed(0)),
    times[place] ?? '',
    longBudget,
  ]
  return `**A long incident**, in milliseconds of CPU time of a process that has read it before:

${table(
  ['', ...longs.map(({ events }) => `${events.toLocaleString('en')} events`), 'ratio', 'budget'],
  [row('a command', one => one.command, 0), row('a look once it is closed', one => one.closed, 1)],
)}`
}

/** Ratios: they differ a little each time. */
export const startTable = (
  light: number,
  heavy: number,
): string => `**Start of the Action's bundle**: the light half on an unrelated comment, and loading the heavy half in CPU time:

${table(
  ['', 'ratio', 'budget'],
  [
    ['`node dist/action.js` to `node -e 0`', light.toFixed(2), startBudget],
    ['importing `dist/action-incidents.js` to `node -e 0`', heavy.toFixed(2), heavyBudget],
  ],
)}
`

const between = (name: string): RegExp => new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- end -->)`)

/** What stands in a page between the marks of this name. */
export const partOf = (page: string, name: 'requests' | 'start'): string =>
  between(name).exec(page)?.[0].split('\n').slice(1, -1).join('\n') ?? ''

export const withPart = (page: string, name: 'requests' | 'start', text: string): string =>
  page.replace(between(name), (_whole, before: string, after: string) => `${before}${text.trimEnd()}${after}`)
