import { configurationFile } from '../../domain/config/configuration.ts'
import { playbookFolder } from '../../domain/config/settings.ts'
import { isPlaybookName } from '../../domain/playbook/playbook-name.ts'
import type { File } from '../../domain/source/file.ts'
import { type Checked, check, type Files } from '../../validate/validate.ts'
import { type Checkable, readFile, readFolder } from './read-checked-files.ts'

export const formFolder = '.github/ISSUE_TEMPLATE'

/** What is wrong with the files below a folder; each keeps its path from there. */
export const checkFiles = (root: string): Checked => {
  const configuration = readFile(root, configurationFile)
  const playbooks = readFolder(root, playbookFolder, isPlaybookName)
  const forms = readFolder(root, formFolder, name => /\.ya?ml$/.test(name))
  const all = [configuration, ...playbooks, ...forms].flatMap(one => (one !== null && 'says' in one ? [one] : []))
  return check({
    configuration: configuration !== null && 'text' in configuration ? configuration : null,
    playbooks: filesIn(playbooks),
    forms: filesIn(forms),
    refused: all,
  } satisfies Files)
}

const filesIn = (readings: readonly Checkable[]): readonly File[] =>
  readings.flatMap(one => ('text' in one ? [one] : []))
