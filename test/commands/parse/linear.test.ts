import { describe, expect, test } from 'vitest'
import { commands } from '../../../src/commands/index.ts'
import { commandLines } from '../../../src/commands/parse/comment.ts'
import { obey } from '../../../src/commands/parse/obey.ts'
import { eightfold, linear } from '../../growth.ts'
import { doer, incidentOf, known, recordAs } from '../../incident-of.ts'

// Anybody who may comment may send 64 kB of any shape: none may cost more than its length.

const names = commands.map(command => command.name)

const filled = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

const growing = (size: number): string => {
  let text = ''
  for (let run = 1; text.length < size; run += 1) text += `${'`'.repeat(run)} a`
  return text.slice(0, size)
}

const staircase = (size: number): string => {
  let text = ''
  for (let depth = 0; text.length < size; depth += 1) text += `${'  '.repeat(depth)}- a\n`
  return text.slice(0, size)
}

const shapes: Readonly<Record<string, (size: number) => string>> = {
  'lines under lines': size => filled('a\n=\n', size),
  'brackets in brackets': size => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'brackets over lines': size => filled('[\n', size / 2) + filled(']\n', size / 2),
  'commands, quoted, in lists': size => filled('/ic\n\n> /ic\n\n- /ic\n\n', size),
  'pictures that never end': size => filled('![a](', size),
  'links that never end': size => filled('[a](b\n', size),
  'names of links': size => filled('[a]: b\n', size),
  footnotes: size => filled('[^a]: ', size),
  emphasis: size => filled('*a_ ', size),
  'strong emphasis': size => filled('**a*', size),
  'struck out': size => filled('~~a ~b', size),
  'runs of backticks, each longer': growing,
  backticks: size => `/done ${'`'.repeat(size)}x`,
  'open angles': size => `a ${'<'.repeat(size)}`,
  'open tags': size => `a ${filled('<a ', size)}`,
  'open attributes': size => `a ${filled('<a x="', size)}`,
  'attributes in attributes': size => `a ${filled(`<a x="'<a y='"`, size)}`,
  'one tag of attributes': size => `a <a${filled(' b', size)}`,
  'open comments': size => `a ${filled('<!--', size)}`,
  declarations: size => `a ${filled('<!a <?b <![CDATA[', size)}`,
  'struck in HTML': size => filled('<s>\n/home x\n</s>\n', size),
  'lines of HTML': size => `<div>\n${filled('<b>/home\n', size)}`,
  'a table': size => `|a|\n|-|\n${filled('|b|\n', size)}`,
  'rules of tables': size => filled('|-', size),
  'a rule and spaces': size => `-${' '.repeat(size)}|x`,
  rules: size => `${filled('- - ', size)}x`,
  entities: size => filled('&#47;', size),
  'quotations in quotations': size => '>'.repeat(size),
  'deep quotations': size => filled(`${'>'.repeat(40)}\n`, size),
  'lists in lists': size => filled('- ', size),
  'quotations in lists': size => filled('- > ', size),
  'lists, each deeper': staircase,
  fences: size => filled('```\n~~~\n', size),
  formulas: size => filled('$$\n', size),
  headings: size => filled('# \n', size),
  backslashes: size => '\\'.repeat(size),
  spaces: size => `/done${' '.repeat(size)}x`,
  tabs: size => `${'\t'.repeat(size)}x`,
  'empty lines': size => '\n'.repeat(size),
  returns: size => '\r'.repeat(size),
  'what cannot be seen': size => `${'\u200b'.repeat(size)}x`,
  slashes: size => filled('/\n', size),
  paths: size => filled('/home was\n', size),
  'marks before slashes': size => filled('**** /x\n', size),
  labels: size => filled('a b c: /x\n', size),
  'marks behind a command': size => `- /done ${'*'.repeat(size)}x`,
  stops: size => `/done${'.'.repeat(size)}x`,
  'a command of many lines': size => `/timeline a\n${filled('b\n', size)}`,
  screenshots: size => filled('<img src="a" />\n', size),
  'a mix': size => filled('> - `<a [*b](c)_~~ |\n', size),
}

describe('eight times as much does not cost the square', () => {
  test.each(Object.entries(shapes))('%s', async (_, shape) => {
    // the slash at the end has all of it read
    const scan = (size: number) => commandLines(`/x\n\n${shape(size)}\n/done x`, false, names)
    expect(await eightfold(scan, 65_536)).toBeLessThan(linear)
  })

  test.each([
    ['words', (size: number) => filled('word ', size)],
    ['short lines', (size: number) => filled('a\n', size)],
    ['headings of quotations', (size: number) => filled('On a schrieb b\n', size)],
    ['commands', (size: number) => filled('/done x\n', size)],
  ])('an e-mail of %s', async (_, shape) => {
    const scan = (size: number) => commandLines(`${shape(size)}\n/done x`, true, names)
    expect(await eightfold(scan, 65_536)).toBeLessThan(linear)
  })

  test('nor does what a command is told', async () => {
    const say = (line: string) => (size: number) =>
      obey(
        incidentOf(),
        { body: `${line}${filled('a b', size)}`, byEmail: false, edited: 'no' },
        doer('dana'),
        known,
        recordAs('dana'),
      )
    for (const line of ['/done ', '/done eject ', '/assign ', '/step add ', '/asset add '])
      expect(await eightfold(say(line), 65_536)).toBeLessThan(linear)
  })
})
