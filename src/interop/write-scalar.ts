import { readYaml } from '../domain/source/yaml.ts'

// What JSON leaves as it is and a YAML reader takes for a line's end, or does not take at all.
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

const quoted = (text: string): string =>
  JSON.stringify(text).replace(unprintable, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

const readsBack = (text: string): boolean => {
  const { entries, problems } = readYaml('', `key: ${text}`)
  const value = entries[0]?.value
  return problems.length === 0 && value?.is === 'scalar' && value.value === text
}

/** A text as a value of the front matter: on one line, plain where it is then read as the same text. */
export const writeScalar = (text: string): string =>
  /^[\p{L}\p{N}][^\p{C}\u2028\u2029]*$/u.test(text) && readsBack(text) ? text : quoted(text)

/** Texts as a list on one line. */
export const writeList = (texts: readonly string[]): string =>
  `[${texts.map(text => (/[,[\]{}]/.test(text) ? quoted(text) : writeScalar(text))).join(', ')}]`
