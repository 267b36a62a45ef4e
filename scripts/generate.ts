import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { commandReference } from '../src/commands/reference.ts'
import { formChooser, formFor } from '../src/domain/intake/form.ts'
import type { ComposedSource } from '../src/domain/playbook/compose.ts'
import { readPlaybook } from '../src/domain/playbook/read-playbook.ts'
import { cliReference } from '../src/entrypoints/cli/reference.ts'
import { script } from '../src/entrypoints/command-line.ts'
import { fillIn, root } from './fill-in.ts'
import { graphqlTypes } from './generate-graphql.ts'

/** A file made from others, with its path from the root of the repository. */
export type Generated = { readonly path: string; readonly text: string }

const templates = join(root, 'templates/playbooks')
const banner = (source: string) => `Made from ${source} by \`npm run generate\`: change it there.`

const playbookTexts = () =>
  readdirSync(templates)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => ({ name, text: readFileSync(join(templates, name), 'utf8') }))

const literal = (text: string): string => `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``

/** The built-in playbooks, parsed: an error if one of them does not read. */
const playbooks = (): readonly ComposedSource[] =>
  playbookTexts().map(({ name, text }) => {
    const file = `templates/playbooks/${name}`
    const result = readPlaybook(name, text)
    if ('problems' in result) throw new Error(`${file}: ${JSON.stringify(result.problems, null, 2)}`)
    return { file, ...result }
  })

const builtIn = (): Generated => {
  const stored = playbooks().map(({ file, playbook, places }) => ({
    file,
    playbook,
    places: { include: places.include, steps: [...places.steps].map(([id, line]) => ({ id, line })) },
  }))
  return { path: 'src/domain/playbook/built-in.generated.json', text: `${JSON.stringify(stored, null, 2)}\n` }
}

const issueForms = (): Generated[] =>
  playbooks().flatMap(({ file, playbook }) => {
    // parts are never declared by themselves
    if (playbook.kind === 'part') return []
    const path = `.github/ISSUE_TEMPLATE/${playbook.id}.yml`
    return { path, text: `# ${banner(file)}\n${formFor(playbook)}` }
  })

const chooser = (): Generated => ({
  path: '.github/ISSUE_TEMPLATE/config.yml',
  text: `# ${banner('src/domain/intake/form.ts')}\n${formChooser()}`,
})

const postMortemTemplate = (): Generated => ({
  path: 'src/messages/post-mortem/template.ts',
  text: `// ${banner('templates/post-mortem.md')}\n\nexport const postMortemTemplate = ${literal(readFileSync(join(root, 'templates/post-mortem.md'), 'utf8'))}\n`,
})

const cliPage = (): Generated => ({ path: 'docs/cli.md', text: cliReference() })

const reference = (): Generated => ({ path: 'docs/commands.md', text: commandReference() })

const filledIn = (path: string, name: string, text: string): Generated => ({
  path,
  text: fillIn(path, { name, by: 'generate' }, text),
})

/** The README shows the workflow whole, without its comments. */
const workflowCopy = (): Generated => {
  const text = readFileSync(join(root, 'templates/install/tocsin.yml'), 'utf8').replace(/^ *#.*\n/gm, '')
  return filledIn('README.md', 'the workflow', `\`\`\`yaml\n${text.trim()}\n\`\`\``)
}

type Action = {
  inputs: Record<string, { description: string; required?: boolean; default?: string }>
  outputs: Record<string, { description: string }>
}

const actionTable = (): Generated => {
  const { inputs, outputs }: Action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
  const rows = [
    ...Object.entries(inputs).map(([name, { description, default: value }]) =>
      value === undefined
        ? `| input | \`${name}\` | ${description} |`
        : `| input | \`${name}\` | ${description} Unless set: \`${value}\`. |`,
    ),
    ...Object.entries(outputs).map(([name, { description }]) => `| output | \`${name}\` | ${description} |`),
  ]
  return filledIn('docs/install.md', 'action.yml', ['| | name | meaning |', '|---|---|---|', ...rows].join('\n'))
}

/** Every generated file of the repository as it should be. */
export const generated = async (): Promise<readonly Generated[]> => [
  builtIn(),
  ...issueForms(),
  chooser(),
  postMortemTemplate(),
  reference(),
  cliPage(),
  workflowCopy(),
  actionTable(),
  ...(await graphqlTypes(banner)),
]

if (import.meta.main) {
  script('npm run generate --', 'Make every generated file of the repository again.').parse()
  for (const { path, text } of await generated()) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(path)
  }
}
