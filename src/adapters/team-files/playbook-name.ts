/** Whether a file of a folder with playbooks is one, by its name. */
export const isPlaybookName = (name: string): boolean => name.endsWith('.md') && !/^readme\.md$/i.test(name)
