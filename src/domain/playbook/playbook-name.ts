/** Whether a file of a folder with playbooks is one, by its name or its path. */
export const isPlaybookName = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.endsWith('.md') && !/^readme\.md$/i.test(name)
}
