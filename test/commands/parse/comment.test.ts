import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../src/commands/index.ts'
import { commandLines } from '../../../src/commands/parse/comment.ts'
import { askedAbout, commandForms, nobodysWord, onlyTalk } from './forms.ts'
import { verdicts } from './oracle.ts'

const names = commands.map(command => command.name)
const read = (body: string, byEmail = false) => commandLines(body, byEmail, names)

/** The lines that are carried out. */
const lines = (body: string, byEmail = false): readonly string[] =>
  read(body, byEmail)
    .filter(one => one.read.is === 'command')
    .map(({ line, more }) => [line, ...more].join(' '))

/** Where those stand that are asked about. */
const aside = (body: string): readonly string[] =>
  read(body).map(one => (one.read.is === 'aside' ? one.read.where : one.read.is))

describe('nobody’s word', () => {
  test.each(nobodysWord)('%s', (_, body) => expect(read(body)).toEqual([]))
})

describe('talk', () => {
  test.each(onlyTalk)('%s', body =>
    expect(read(body).filter(one => body !== '/s' || one.read.is !== 'unknown')).toEqual([]),
  )
})

describe('a name that there is not', () => {
  test.each([
    ['/lgtm', null],
    ['/home', null],
    ['/home.', null],
    ['/rollback!', null],
    ['/данные', null],
    ['/dnoe find-cause', 'done'],
    ['/don find-cause', 'done'],
    ['/donee find-cause', 'done'],
    ['/dune find-cause', 'done'],
    ['/Serverity SEV-1', null],
    ['/severty SEV-1', 'severity'],
    ['/assing eject @bob', 'assign'],
    ['/unasign eject', 'unassign'],
    ['/hand-off @bob', 'handoff'],
    ['/ruleout insider x', 'rule-out'],
    ['/stauts', 'status'],
    ['/timelin 14:02Z a login', 'timeline'],
    ['/canel x', 'cancel'],
    ['/ci', 'ic'],
    ['/ci @alice', 'ic'],
    ['/severity-1', 'severity'],
    ['/severity2 x', 'severity'],
  ])('%s', (body, near) => {
    const [only] = read(body)
    // two letters are no slip of one
    if (body === '/Serverity SEV-1') expect(only?.read).toMatchObject({ is: 'unknown', near: 'severity' })
    else expect(only?.read).toMatchObject({ is: 'unknown', near })
  })
})

describe('a command', () => {
  test.each(commandForms)('%s', (_, body, expected) => expect(lines(body)).toEqual(expected))
})

describe('the text of a command', () => {
  test.each([
    [
      'goes on over lines',
      '/rule-out insider the login came from\na known botnet',
      ['/rule-out insider the login came from a known botnet'],
    ],
    ['ends with its paragraph', '/done eject three keys\nall hosts\n\nlunch?', ['/done eject three keys all hosts']],
    ['ends at the next command', '/done eject a\nb\n/ic\nc', ['/done eject a b', '/ic c']],
    ['goes on over talk', '/done eject and\n/home is clean', ['/done eject and /home is clean']],
    ['goes on over returns', '/timeline a\r\nb\rc', ['/timeline a b c']],
    ['goes on after a line break of Markdown', '/timeline a\\\nb  \nc', ['/timeline a b c']],
    ['goes on over code', '/timeline ran `a\nb` twice', ['/timeline ran `a b` twice']],
    ['ends at a list', '/timeline a\n- b', ['/timeline a']],
    ['ends at a quotation', '/timeline a\n> b', ['/timeline a']],
    ['ends at a fence', '/timeline a\n```\nb\n```', ['/timeline a']],
  ])('%s', (_, body, expected) => expect(lines(body)).toEqual(expected))
})

describe('asked about', () => {
  test.each(askedAbout)('%s', (_, body, where) => expect(aside(body)).toEqual([where]))

  test('with what to type', () => {
    const typed = (body: string) => read(body).map(one => (one.read.is === 'aside' ? one.read.command : null))
    expect(typed('- **/done eject**')).toEqual(['/done eject'])
    expect(typed('Done: /Done find-cause, with bob.')).toEqual(['/done find-cause, with bob.'])
    expect(typed('| /status |')).toEqual(['/status'])
  })
})

describe('an e-mail', () => {
  test.each([
    ['marks', '/done\n\n> /ic'],
    ['a heading', '/done\n\nOn Sun, Dana <a@b.c> wrote:\n/ic'],
    ['a heading over lines', '/done\n\nOn Sun, 1 Mar 2026 at 10:00, Dana\n<a@b.c>\nwrote:\n/ic'],
    ['German', '/done\n\nAm 01.03.26 um 10:00 schrieb Dana:\n/ic'],
    ['French', '/done\n\nLe dim. 1 mars 2026, Dana a écrit :\n/ic'],
    ['Outlook', '/done\n\n-----Original Message-----\nFrom: Dana\n/ic'],
    ['Outlook without its line', '/done\n\nFrom: Dana\nSent: Sunday\n/ic'],
    ['a rule', '/done\n________________________________\n/ic'],
    ['a signature', '/done\n-- \nAlice\n/ic'],
    ['a telephone', '/done\n\nSent from my iPhone\n\n/ic'],
    ['GitHub’s words', '/done\n\nalice left a comment (acme/it#12)\n\n/ic'],
  ])('ends where it quotes: %s', (_, body) => expect(lines(body, true)).toEqual(['/done']))
})

describe('whatever comes', () => {
  const nasty = fc.array(
    fc.constantFrom(
      '/done',
      '/ic @a',
      '\n',
      '\r',
      '\n\n',
      '> ',
      '`',
      '```',
      '<!--',
      '-->',
      '<pre>',
      '</pre>',
      '*',
      '_',
      '[',
      '](',
      ')',
      '|',
      '- ',
      '    ',
      '\u200b',
      '\u0000',
      '\ud800',
      '\u202e',
      '&#47;',
      '\\',
      '~~',
      '<',
    ),
    { maxLength: 60 },
  )

  test('every line found is a line of the comment, and nothing throws', () => {
    fc.assert(
      fc.property(
        nasty.map(parts => parts.join('')),
        fc.boolean(),
        (body, byEmail) => {
          for (const { line } of read(body, byEmail)) expect(body).toContain(line)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('behind an open fence nothing is found', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const inside = text.replaceAll('`', '')
        expect(read(`\`\`\`\n${inside}\n/done\n\`\`\``)).toEqual([])
        expect(lines(`\`\`\`\n${inside}\n\`\`\`\n\n/done`)).toEqual(['/done'])
      }),
    )
  })
})

describe('a full parser of Markdown agrees', () => {
  const pieces = [
    'a',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\n/done\n',
    '\n/done\n',
    '\n  /done\n',
    '> ',
    '\n> ',
    '- ',
    '\n- ',
    '1. ',
    '2) ',
    '`',
    '``',
    '\n```\n',
    '\n~~~\n',
    '# ',
    '\n***\n',
    '\n---\n',
    '===',
    '*',
    '**',
    '_',
    '[',
    ']',
    '](',
    ')',
    '[a]: ',
    '|',
    '\n|-|\n',
    '<',
    '>',
    '<!--',
    '-->',
    '<i>',
    '<b ',
    '\n<div>\n',
    '\n<pre>\n',
    '</pre>',
    '<?',
    '?>',
    '~~',
    '\\',
    '\\\n',
    '"',
  ]
  /** Each command with a number of its own, so that its line can be told. */
  const text = fc
    .array(fc.constantFrom(...pieces), { maxLength: 24 })
    .map(parts => parts.map((part, index) => part.replace('/done', `/done s${index}`)).join(''))

  const found = (body: string): ReadonlyMap<string, string> =>
    new Map(read(body).map(({ line, read: { is } }) => [/\/done s\d+/.exec(line)?.[0] ?? '', is]))

  /** The lines that begin with a command, with what the parser says of where they begin. */
  const judged = (body: string) => {
    const verdict = verdicts(body)
    return body.split('\n').flatMap((line, number) => {
      const [command] = /^\s*\/done s\d+(?=\s|$)/.exec(line) ?? []
      const says = verdict.get(number)
      return command === undefined || says === undefined ? [] : [{ command: command.trim(), says }]
    })
  }

  test('what is carried out is text of the comment’s own', () => {
    fc.assert(
      fc.property(text, body => {
        for (const { command, says } of judged(body))
          if (found(body).get(command) === 'command') expect({ command, says }).toEqual({ command, says: 'text' })
      }),
      { seed: 20_260_301, numRuns: 1_500 },
    )
  })

  test('text of the comment’s own is carried out or asked about', () => {
    fc.assert(
      fc.property(text, body => {
        // what an element shows as code is text to the parser; code that begins in the address of a link is none to it
        if (/<\/pre>/.test(body) || /\[a\]: [^\n]*`/.test(body)) return
        for (const { command, says } of judged(body))
          if (says === 'text' && found(body).size < 20) expect([...found(body).keys()]).toContain(command)
      }),
      { seed: 20_260_301, numRuns: 1_500 },
    )
  })

  test('code is neither', () => {
    fc.assert(
      fc.property(text, body => {
        // an item of nothing but an item is read in two ways, so that all below it is asked about
        if (/(?:[->]|\d[.)])\s+(?:-|\d[.)])\s*\n/.test(body)) return
        for (const { command, says } of judged(body))
          if (says === 'code') expect([...found(body).keys()]).not.toContain(command)
      }),
      { seed: 20_260_301, numRuns: 1_500 },
    )
  })
})
