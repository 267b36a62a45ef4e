import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionDoor } from './action-door.ts'
import { appDoor } from './app-door.ts'
import type { Door } from './door.ts'
import { play } from './play.ts'
import { setStage } from './stage.ts'
import { standing } from './standing.ts'

export type DrillOptions = {
  readonly door: Door['name']
  /** One machine-readable result instead of the transcript. */
  readonly json: boolean
  /** Where the post-mortem, the ledger and the board are written. */
  readonly folder: string
}

/** When the drill's night begins: a Sunday, of course. */
const dusk = '2026-03-01T21:43:00Z'

/** Plays a whole incident on the embedded GitHub. The process should end with the number: 0 only if all is as it should be. */
export const drill = async (
  { door: name, json, folder }: DrillOptions,
  out: (text: string) => void,
): Promise<number> => {
  const write = json ? (): void => undefined : out
  const emulator = await setStage({ clock: { frozen: dusk } })
  write(`A drill at acme, on an embedded GitHub at ${emulator.url}, through the ${name}. Times are UTC.\n`)
  const door = name === 'app' ? await appDoor(emulator) : await actionDoor(emulator)
  try {
    const played = await play(emulator, door, write)
    const files = save(folder, standing(emulator), played.incident)
    const { violations, exchanges, requests } = emulator
    const good = played.pullRequest !== null && played.settled && violations.length === 0
    const result = { door: name, ...played, requests: requests.length, exchanges, violations, files, good }
    out(json ? `${JSON.stringify(result)}\n` : ending(result))
    return good ? 0 : 1
  } finally {
    await door.close()
    await emulator.close()
  }
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
  readonly pullRequest: number | null
  readonly settled: boolean
  readonly requests: number
  readonly exchanges: { readonly rest: number; readonly webhooks: number; readonly graphql: number }
  readonly violations: readonly { readonly where: string; readonly message: string }[]
  readonly files: readonly string[]
  readonly good: boolean
}

const ending = (result: Result): string => {
  const { pullRequest, settled, exchanges, violations, files, good } = result
  return `
${pullRequest === null ? 'The post-mortem is NOT open.' : `The post-mortem is open as pull request #${pullRequest}.`}
${settled ? 'A last look, with nothing remembered, found nothing left to do.' : 'A last look still found something to do.'}
${exchanges.rest} REST, ${exchanges.graphql} GraphQL and ${exchanges.webhooks} webhook exchanges were held against GitHub's description: ${violations.length} violations.
${violations
  .slice(0, 10)
  .map(({ where, message }) => `  ${where}: ${message}\n`)
  .join('')}
${files.join('\n')}

${good ? 'All as it should be.' : 'NOT as it should be.'}
`
}
