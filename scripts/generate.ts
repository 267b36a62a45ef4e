import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { commandReference } from '../src/commands/reference.ts'
import { formChooser, formFor } from '../src/incident/form.ts'
import { readPlaybook } from '../src/incident/read-playbook.ts'

/** A file made from others, with its path from the root of the repository. */
export type Generated = { readonly path: string; readonly text: string }

const root = join(import.meta.dirname, '..')
const templates = join(root, 'templates/playbooks')
const banner = (source: string) => `Made from ${source} by \`npm run generate\`: change it there.`

const playbookTexts = () =>
  readdirSync(templates)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => ({ name, text: readFileSync(join(templates, name), 'utf8') }))

const literal = (text: string): string => `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``

const builtInTexts = (): Generated => {
  const entries = playbookTexts().map(
    ({ name, text }) => `  {\n    name: '${name}',\n    text: ${literal(text)},\n  },\n`,
  )
  return {
    path: 'src/incident/built-in-texts.ts',
    text: `// ${banner('templates/playbooks')}\n\nexport const builtInTexts: readonly { readonly name: string; readonly text: string }[] = [\n${entries.join('')}]\n`,
  }
}

const issueForms = (): Generated[] =>
  playbookTexts().map(({ name, text }) => {
    const result = readPlaybook(name, text)
    if ('problems' in result)
      throw new Error(`templates/playbooks/${name}: ${JSON.stringify(result.problems, null, 2)}`)
    const path = `.github/ISSUE_TEMPLATE/${result.playbook.id}.yml`
    return { path, text: `# ${banner(`templates/playbooks/${name}`)}\n${formFor(result.playbook)}` }
  })

const chooser = (): Generated => ({
  path: '.github/ISSUE_TEMPLATE/config.yml',
  text: `# ${banner('src/incident/form.ts')}\n${formChooser()}`,
})

const postMortemTemplate = (): Generated => ({
  path: 'src/words/post-mortem/template.ts',
  text: `// ${banner('templates/post-mortem.md')}\n\nexport const postMortemTemplate = ${literal(readFileSync(join(root, 'templates/post-mortem.md'), 'utf8'))}\n`,
})

const commands = (): Generated => ({ path: 'docs/commands.md', text: commandReference() })

/** Every generated file of the repository as it should be. */
export const generated = (): readonly Generated[] => [
  builtInTexts(),
  ...issueForms(),
  chooser(),
  postMortemTemplate(),
  commands(),
]

if (import.meta.main) {
  for (const { path, text } of generated()) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(path)
  }
}
