import { configurationFile } from '../../domain/config/configuration.ts'
import { playbookFolder } from '../../domain/config/settings.ts'
import { isPlaybookName } from '../../domain/playbook/playbook-name.ts'
import type { File } from '../../domain/source/file.ts'
import type { Finding } from '../../domain/source/finding.ts'
import { secretInFile } from '../../messages/secrets/in-files.ts'
import { type Checked, check, type Files } from '../../validate/validate.ts'
import { withoutSecrets } from '../secrets/without-secrets.ts'
import { type Checkable, readFile, readFolder } from './read-checked-files.ts'

export const formFolder = '.github/ISSUE_TEMPLATE'

/** What is wrong with the files below a folder; each keeps its path from there. */
export const checkFiles = async (root: string): Promise<Checked> => {
  const configuration = readFile(root, configurationFile)
  const playbooks = readFolder(root, playbookFolder, isPlaybookName)
  const forms = readFolder(root, formFolder, name => /\.ya?ml$/.test(name))
  const all = [configuration, ...playbooks, ...forms].flatMap(one => (one !== null && 'says' in one ? [one] : []))
  const texts = [configuration, ...playbooks, ...forms].flatMap(one => (one !== null && 'text' in one ? [one] : []))
  const secrets = await Promise.all(texts.map(secretIn))
  const checked = check({
    configuration: configuration !== null && 'text' in configuration ? configuration : null,
    playbooks: filesIn(playbooks),
    forms: filesIn(forms),
    refused: all,
  } satisfies Files)
  return { ...checked, findings: [...checked.findings, ...secrets.flat()] }
}

/** A file of the team's is read by everybody here, and what a playbook says is put on pages and e-mailed. */
const secretIn = async ({ name, text }: File): Promise<readonly Finding[]> => {
  const { text: left, found } = await withoutSecrets(text)
  if (found.length === 0) return []
  const lines = left.split('\n')
  const line = text.split('\n').findIndex((one, index) => one !== lines[index]) + 1
  return [{ is: 'problem', file: name, line, ...secretInFile(found) }]
}

const filesIn = (readings: readonly Checkable[]): readonly File[] =>
  readings.flatMap(one => ('text' in one ? [one] : []))
