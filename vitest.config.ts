import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Limits are there to end what hangs, and assert nothing: each leaves room for a machine five times slower.
const minute = 60_000

const isWhole = process.env.LAWS === 'all'

const settings = {
  setupFiles: ['test/worker.setup.ts', 'test/tally.setup.ts'],
  pool: 'threads' as const,
  // what is loaded, parsed and compiled once serves every file of a worker: a test file keeps no state in a module
  isolate: false,
}

/**
 * Each of these files has a worker to itself. GitHub's toolkit reads where GitHub is when it is loaded; what Probot
 * loads while a test tells the time keeps that clock, which stands still for every App that is started after it; and nock
 * stands in Node's own HTTP from when it is loaded, and holds back each request until its body has ended.
 */
const alone = ['test/entrypoints/**/*.test.ts', 'test/runtime/app.test.ts', 'test/adapters/github/client.test.ts']

/** What takes longest begins first, lest one core waits for it at the end. */
const longest = ['test/runtime/app.test.ts', 'test/outside/', 'test/laws/', 'test/drills/every-playbook.test.ts']

/**
 * The unit tests come last: there are many, most of them short, so both cores end together. A worker that goes on with a file
 * of the same project loads nothing anew, so their own longest ones stay among them.
 */
const longestUnits = [
  'test/deployments.test.ts',
  'test/emulator/git-http.test.ts',
  'test/runtime/sweep-cost.test.ts',
  'test/docs/start.test.ts',
  'test/adapters/secrets/linear.test.ts',
  'test/interop/',
]

const placeIn = (list: readonly string[], moduleId: string): number => {
  const place = list.findIndex(one => moduleId.includes(one))
  return place === -1 ? list.length : place
}

const turnOf = ({ moduleId, project }: TestSpecification): number =>
  project.name === 'unit' ? longest.length + 1 + placeIn(longestUnits, moduleId) : placeIn(longest, moduleId)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => turnOf(a) - turnOf(b))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // of the whole run, whatever its projects are
    globalSetup: ['test/tally.global.ts', 'test/laws/sample.global.ts'],
    // left to itself it leaves one core idle, which of two is half
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...settings,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/drills/**', 'test/laws/**', 'test/model.test.ts', 'test/outside/**', ...alone],
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
        },
      },
      {
        test: {
          ...settings,
          name: 'entrypoints',
          include: alone,
          setupFiles: ['test/tally.setup.ts'],
          isolate: true,
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
        },
      },
      {
        test: {
          ...settings,
          name: 'drills',
          include: ['test/drills/**/*.test.ts'],
          testTimeout: 5 * minute,
          hookTimeout: 5 * minute,
        },
      },
      {
        test: {
          ...settings,
          name: 'laws',
          include: ['test/laws/**/*.test.ts', 'test/model.test.ts'],
          testTimeout: isWhole ? 120 * minute : 15 * minute,
          hookTimeout: 15 * minute,
        },
      },
      {
        test: {
          ...settings,
          name: 'outside',
          include: ['test/outside/**/*.test.ts'],
          testTimeout: isWhole ? 240 * minute : 15 * minute,
          hookTimeout: 15 * minute,
        },
      },
    ],
  },
})
