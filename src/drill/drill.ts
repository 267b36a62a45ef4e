import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from 'github-emulator'
import { defaultPlaybook } from '../domain/config/configuration.ts'
import { reviewDays } from '../domain/incident/readiness.ts'
import { builtInPlaybooks } from '../domain/playbook/built-in.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import { deployAction } from './action-deployment.ts'
import { deployApp } from './app-deployment.ts'
import type { Deployment } from './deployment.ts'
import { play } from './play.ts'
import { rehearse } from './rehearsal.ts'
import { shippedScenario } from './scenario.ts'
import { setStage } from './stage.ts'
import { standing } from './standing.ts'
import { reportText } from './transcript.ts'
import { startOfScenario } from './working.ts'

export type DrillOptions = {
  readonly deployment: Deployment['name']
  /** The id of the built-in playbook that is drilled. */
  readonly playbook: string
  /** One machine-readable result instead of the transcript. */
  readonly json: boolean
  /** Where the post-mortem, the ledger and the board are written. */
  readonly folder: string
}

/** Plays a whole incident on the embedded GitHub. The process should end with the number: 0 only if all is as it should be. */
export const drill = async (
  { deployment: name, playbook: id, json, folder }: DrillOptions,
  out: (text: string) => void,
): Promise<number> => {
  const playbook = builtInPlaybooks().find(one => one.id === id)
  if (playbook === undefined) return refuse(id)
  const write = json ? (): void => undefined : out
  const emulator = await setStage({ clock: { frozen: startOfScenario } })
  write(`A drill of \`${id}\` at acme, on an embedded GitHub at ${emulator.url}, through the ${name}. Times are UTC.\n`)
  const deployment = name === 'app' ? await deployApp(emulator) : await deployAction(emulator)
  try {
    const beats = id === defaultPlaybook ? shippedScenario() : rehearse(playbook, builtInPlaybooks())
    const played = await play(emulator, deployment, write, beats)
    const files = save(folder, standing(emulator), played.incident)
    const { violations, exchanges, requests } = emulator
    const ended =
      playbook.kind === 'readiness'
        ? await comesAgain(emulator, deployment, played.incident, write)
        : played.pullRequest !== null
    const good = ended && played.settled && violations.length === 0
    const result = {
      playbook: id,
      kind: playbook.kind,
      deployment: name,
      ended,
      ...played,
      requests: requests.length,
      exchanges,
      violations,
      files,
      good,
    }
    out(json ? `${JSON.stringify(result)}\n` : ending(result))
    return good ? 0 : 1
  } finally {
    await deployment.close()
    await emulator.close()
  }
}

/** A review is done well when it is closed, and open again after a quarter. */
export const comesAgain = async (
  emulator: Emulator,
  deployment: Deployment,
  review: number,
  write: (text: string) => void,
): Promise<boolean> => {
  const closed = standing(emulator).state(review) === 'closed'
  emulator.clock.advance((reviewDays + 1) * 86_400_000)
  write(`\n${emulator.clock.now().toISOString().slice(0, 10)}  a quarter later, the hourly resync\n`)
  write(reportText(await deployment.resync()))
  return closed && standing(emulator).state(review) === 'open'
}

const refuse = (id: string): number => {
  process.stderr.write(`Unknown playbook "${id}". --list names those that can be drilled.\n`)
  return 1
}

const save = (folder: string, stands: ReturnType<typeof standing>, incident: number): readonly string[] => {
  mkdirSync(folder, { recursive: true })
  const files: Record<string, string> = {
    'post-mortem.md': stands.postMortem(incident) ?? '',
    'ledger.ndjson': stands.ledger(incident),
    'board.md': stands.board(incident),
  }
  return Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
}

type Result = {
  readonly kind: Playbook['kind']
  readonly ended: boolean
  readonly pullRequest: number | null
  readonly settled: boolean
  readonly requests: number
  readonly exchanges: { readonly rest: number; readonly webhooks: number; readonly graphql: number }
  readonly violations: readonly { readonly where: string; readonly message: string }[]
  readonly files: readonly string[]
  readonly good: boolean
}

const howItEnded = ({ kind, ended, pullRequest }: Result): string => {
  if (kind === 'readiness')
    return ended ? 'A quarter later the review was open again.' : 'The review did NOT open again.'
  return pullRequest === null
    ? 'The post-mortem is NOT open.'
    : `The post-mortem is open as pull request #${pullRequest}.`
}

const ending = (result: Result): string => {
  const { settled, exchanges, violations, files, good } = result
  return `
${howItEnded(result)}
${settled ? 'A final resync found nothing left to do.' : 'A final resync still found something to do.'}
${exchanges.rest} REST, ${exchanges.graphql} GraphQL and ${exchanges.webhooks} webhook exchanges were held against GitHub's description: ${violations.length} violations.
${violations
  .slice(0, 10)
  .map(({ where, message }) => `  ${where}: ${message}\n`)
  .join('')}
${files.join('\n')}

${good ? 'All as it should be.' : 'NOT as it should be.'}
`
}

/** What `--list` prints: a playbook a line. */
export const listed = (): string => {
  const widest = Math.max(...builtInPlaybooks().map(({ id }) => id.length))
  return builtInPlaybooks()
    .map(
      ({ id, title, kind, steps }) =>
        `${id.padEnd(widest)}  ${title} (${kind}, ${steps.length} ${steps.length === 1 ? 'step' : 'steps'})\n`,
    )
    .join('')
}
