import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deployApp } from '../src/drill/app-deployment.ts'
import { play } from '../src/drill/play.ts'
import { shippedScenario } from '../src/drill/scenario.ts'
import { setStage } from '../src/drill/stage.ts'
import { standing } from '../src/drill/standing.ts'
import { script } from '../src/entrypoints/command-line.ts'
import { fillIn, root } from './fill-in.ts'

/** What people see of the drill: each page by its path, with its generated parts. */
export type DrillPages = Readonly<Record<string, string>>

/** The first part of the drill, as it is printed, and the board after it. */
export type FirstPart = { readonly transcript: string; readonly board: string }

type Stage = Awaited<ReturnType<typeof setStage>>

const by = 'generate:drill'

/** Up to containment: enough to see what Tocsin does, short enough to be read. */
const beats = 14

/** The steps of the board that the README shows; the others have nothing to add there. */
const shownSteps = [
  'stop-attack',
  'cut-vector',
  'isolate',
  'trace-timeline',
  'analyse',
  'tell-company',
  'warn-partners',
]

/** Plays the first part through the real App. */
export const playFirstPart = async (stage: Stage): Promise<FirstPart> => {
  const deployment = await deployApp(stage)
  let transcript = ''
  const hear = (text: string): void => {
    transcript += text
  }
  try {
    await play(stage, deployment, hear, shippedScenario().slice(0, beats))
  } finally {
    await deployment.close()
  }
  const board = standing(stage)
    .board(1)
    .replace(/\n*<!--[\s\S]*?-->\s*$/, '')
  return { transcript: transcript.trim(), board }
}

/** The pages that quote the drill, as they should be. */
export const drillPages = ({ transcript, board }: FirstPart): DrillPages => ({
  'README.md': fillIn('README.md', { name: 'the board of the drill', by }, quoted(shortened(board))),
  'docs/drill.md': fillIn(
    'docs/drill.md',
    { name: 'the board of the drill', by },
    quoted(board),
    fillIn('docs/drill.md', { name: 'the transcript of the drill', by }, `\`\`\`text\n${transcript}\n\`\`\``),
  ),
})

/** The board with some of its steps, and without what stands below them. */
const shortened = (board: string): string => {
  const lines = board.split('\n')
  const isStep = (line: string): boolean => line.startsWith('| #')
  const isShown = (line: string): boolean => shownSteps.some(step => line.includes(`| \`${step}\` `))
  return lines
    .slice(0, lines.findLastIndex(isStep) + 1)
    .filter(line => !isStep(line) || isShown(line))
    .join('\n')
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n')

if (import.meta.main) {
  script(
    'npm run generate:drill --',
    'Play the first part of the drill, and write it into the pages that quote it.',
  ).parse()
  const stage = await setStage({ clock: { frozen: '2026-03-01T21:43:00Z' } })
  const pages = drillPages(await playFirstPart(stage))
  await stage.close()
  for (const [path, text] of Object.entries(pages)) {
    writeFileSync(join(root, path), text)
    console.log(path)
  }
}
