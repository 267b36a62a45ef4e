/**
 * The first key that an object of this JSON has twice. `JSON.parse` keeps the last of them without a word, so that one
 * of two steps with the same id would be lost. The text must be JSON.
 */
export const repeatedKey = (json: string): string | null => {
  const open: (Set<string> | null)[] = []
  let isKey = false
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g)) {
    const keys = open.at(-1)
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null)
    else if (token === '}' || token === ']') open.pop()
    else if (isKey && keys && token.startsWith('"')) {
      const key = String(JSON.parse(token))
      if (keys.has(key)) return key
      keys.add(key)
    }
    isKey = token === '{' || (token === ',' && keys !== null)
  }
  return null
}
